"""As much of Tesseract's C API (capi.h, 5.x) as reading one line takes."""

import ctypes
import ctypes.util
import dataclasses
import pathlib

import numpy as np

_LSTM_ONLY, _SYMBOL = 1, 4
SINGLE_LINE, RAW_LINE = 7, 13


def _library() -> ctypes.CDLL:
    name = ctypes.util.find_library("tesseract")
    if name is None:
        raise SystemExit("libtesseract is not installed (Scripts/install-libraries)")
    library = ctypes.CDLL(name)
    for function in ("TessBaseAPICreate", "TessBaseAPIGetIterator"):
        getattr(library, function).restype = ctypes.c_void_p
    library.TessResultIteratorGetUTF8Text.restype = ctypes.c_void_p
    library.TessResultIteratorConfidence.restype = ctypes.c_float
    return library


@dataclasses.dataclass
class Reading:
    """What a line says and how sure the engine was of its least sure character, 0 to 1."""

    text: str
    confidence: float


class Engine:
    """One engine with one model."""

    def __init__(self, folder: pathlib.Path, model: str, mode: int) -> None:
        self._library = _library()
        self._api = ctypes.c_void_p(self._library.TessBaseAPICreate())
        self._mode = mode
        status = self._library.TessBaseAPIInit2(self._api, str(folder).encode(), model.encode(), _LSTM_ONLY)
        if status != 0:
            raise SystemExit(f"Tesseract cannot use {model} in {folder}")
        for name, value in (("debug_file", "/dev/null"), ("lstm_choice_mode", "2"), ("tessedit_do_invert", "0")):
            self._library.TessBaseAPISetVariable(self._api, name.encode(), value.encode())

    def read(self, line: np.ndarray, alphabet: str) -> Reading:
        """An 8-bit grey picture of one line; only characters of the alphabet may come out."""
        library, api = self._library, self._api
        line = np.ascontiguousarray(line)
        rows, columns = line.shape
        library.TessBaseAPISetVariable(api, b"tessedit_char_whitelist", alphabet.encode())
        library.TessBaseAPISetPageSegMode(api, self._mode)
        library.TessBaseAPISetImage(api, line.ctypes.data_as(ctypes.c_void_p), columns, rows, 1, columns)
        library.TessBaseAPISetSourceResolution(api, 300)
        library.TessBaseAPIRecognize(api, None)
        results = ctypes.c_void_p(library.TessBaseAPIGetIterator(api))
        text, confidence = "", 1.0
        while results:
            symbol = ctypes.c_void_p(library.TessResultIteratorGetUTF8Text(results, _SYMBOL))
            if symbol:
                text += ctypes.string_at(symbol).decode().strip()
                library.TessDeleteText(symbol)
                confidence = min(confidence, library.TessResultIteratorConfidence(results, _SYMBOL) / 100)
            if not library.TessResultIteratorNext(results, _SYMBOL):
                break
        if results:
            library.TessResultIteratorDelete(results)
        library.TessBaseAPIClear(api)
        return Reading(text, confidence if text else 0.0)
