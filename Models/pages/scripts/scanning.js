// QR codes before the camera or on a photo, read by the browser itself where it can. Nothing is sent.

/** A reader of QR codes; null where this browser has none. */
export async function scanner() {
  if (!("BarcodeDetector" in globalThis)) return null;
  const formats = await BarcodeDetector.getSupportedFormats().catch(() => []);
  return formats.includes("qr_code") ? new BarcodeDetector({ formats: ["qr_code"] }) : null;
}

export async function textOnPhoto(detector, file) {
  const codes = await detector.detect(await createImageBitmap(file)).catch(() => []);
  return codes[0]?.rawValue ?? null;
}

/** Shows the camera in `view` until a code is seen, and gives its text. */
export async function textBeforeCamera(detector, view) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  try {
    view.srcObject = stream;
    view.hidden = false;
    await view.play();
    for (;;) {
      const codes = await detector.detect(view).catch(() => []);
      if (codes.length > 0) return codes[0].rawValue;
      await new Promise((next) => { setTimeout(next, 150); });
    }
  } finally {
    for (const track of stream.getTracks()) track.stop();
    view.hidden = true;
  }
}
