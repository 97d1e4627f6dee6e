/// A scanned page: the picture, and the sheet that knows what is on it.
struct Scan {
  var picture: Picture
  var sheet: Sheet
}
