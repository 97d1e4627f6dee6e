import ArgumentParser

/// What can be drawn; raw values are the pipeline's own names of kinds.
package enum SpecimenKind: String, CaseIterable, ExpressibleByArgument {
  case front = "resident_id_front"
  case back = "resident_id_back"
  case pair = "resident_id_pair"
  case licence = "business_licence"
  case form = "application_form"
  case driving = "driving_licence"
  case vehicle = "vehicle_licence"
  case passport
}

/// File formats of scans; forms are always PDF.
package enum PictureFormat: String, CaseIterable, ExpressibleByArgument {
  case jpg, png, tif
}

/// How the paper got into the computer.
package enum World: String, CaseIterable, ExpressibleByArgument {
  case flatbed, copier, phone, hard, digital

  /// By hand, with all that comes with it.
  package var isPhotographed: Bool { self == .phone || self == .hard }
}
