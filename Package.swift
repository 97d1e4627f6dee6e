// swift-tools-version: 6.2
import PackageDescription

let asn1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let csv = Target.Dependency.product(name: "SwiftCSV", package: "SwiftCSV")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let x509 = Target.Dependency.product(name: "X509", package: "swift-certificates")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let houseRules: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "kanhe",
  products: [.executable(name: "kanhe", targets: ["kanhe"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    // The data flows down this list; a stage may need the values, its own libraries, and no other stage.
    stage("Cases"),
    stage("Intake", needs: ["Cases", crypto]),
    stage("PageImaging", needs: ["Cases", "CCairo", "CLeptonica", "CPoppler"], touchesC: true),
    stage("Recognition", needs: ["Cases", crypto, "CTesseract", "CVectorLoops"], touchesC: true),
    stage("Extraction", needs: ["Cases", yams]),
    stage("FormFilling", needs: ["Cases", yams]),
    stage("CrossChecking", needs: ["Cases"]),
    stage("Deciding", needs: ["Cases", yams]),
    stage("Typefaces", needs: ["Cases", "CHarfBuzz", "CPango"], touchesC: true),
    stage("PortableDocument", needs: ["Cases", "CDeflate", "CZlib"], touchesC: true),
    stage(
      "ResultDrawing", needs: ["Cases", "PortableDocument", "Typefaces", crypto, yams, "CPango"],
      touchesC: true),
    stage(
      "Sealing",
      needs: [
        "Cases", "PortableDocument", "Typefaces", asn1, crypto, x509, "CCairo", "COpenSSL",
        "CP11Kit", "CPango",
      ],
      touchesC: true),
    stage(
      "ResultCodes",
      needs: ["Cases", "PortableDocument", crypto, "CCairo", "CQREncode", "CZBar"], touchesC: true),
    stage("Transparency", needs: [crypto]),
    stage(
      "Verification",
      needs: [
        "Cases", "PortableDocument", "ResultCodes", "Sealing", "Transparency", asn1, crypto, x509,
      ]),

    // The path names every stage in order; the rim stands outside and no stage imports it.
    stage(
      "MainPath",
      needs: [
        "Cases", "Intake", "PageImaging", "Recognition", "Extraction", "FormFilling",
        "CrossChecking",
        "Deciding", "ResultDrawing", "Sealing", "ResultCodes", "Verification", crypto, logging,
        "CConfinement", "PortableDocument",
      ]),
    stage(
      "Settings",
      needs: [
        "Cases", .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    stage(
      "Store",
      needs: [
        "Cases", "CPostgreSQL", "Transparency", crypto, csv,
        .product(name: "GRDB", package: "GRDB.swift"),
      ], touchesC: true),
    stage(
      "Casework",
      needs: [
        "Cases", "FolderWatching", "Intake", "MainPath", "ResultCodes", "Store", logging,
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]),
    stage(
      "HallService",
      needs: [
        "Cases", "MainPath", "ResultCodes", "Settings", "Store", "Transparency", crypto, logging,
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ]),
    stage(
      "FolderWatching",
      needs: [
        "Cases", "Intake", crypto, logging, yams, "CLinuxFolders",
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ], touchesC: true),
    stage("Benchmarking", needs: ["Cases", "Recognition"]),
    .executableTarget(
      name: "kanhe",
      dependencies: [
        "Benchmarking", "Cases", "Casework", "Deciding", "Extraction", "FolderWatching",
        "HallService", "Intake",
        "MainPath",
        "Recognition", "ResultCodes", "ResultDrawing", "Sealing",
        "Settings", "Store", "Transparency", "Typefaces", "Verification", logging, yams,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ], swiftSettings: houseRules),
    .executableTarget(
      name: "specimen-maker",
      dependencies: [
        "Cases", "CCairo", "CLeptonica", "CPango", "CQREncode",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: houseRules),

    // A reader that was taken over, for tests.
    .executableTarget(
      name: "hostile-reader", dependencies: ["MainPath", "CRawCalls"],
      path: "Tests/HostileReader", swiftSettings: houseRules),
    .systemLibrary(name: "CRawCalls", path: "Tests/CRawCalls"),

    tests("BenchmarkingTests", of: ["Benchmarking", "Cases", "Recognition"]),
    tests("CasesTests", of: ["Cases"]),
    tests("IntakeTests", of: ["Cases", "Intake"]),
    tests("PageImagingTests", of: ["Cases", "PageImaging", "CCairo", "CLeptonica"]),
    tests(
      "RecognitionTests", of: ["Cases", "Recognition", "PageImaging", "CVectorLoops"], golden: true),
    tests("ExtractionTests", of: ["Cases", "Extraction"], golden: true),
    tests("DecidingTests", of: ["Cases", "FormFilling", "CrossChecking", "Deciding"]),
    tests(
      "ResultDrawingTests",
      of: ["Cases", "PortableDocument", "ResultDrawing", "Sealing", "Typefaces"], golden: true),
    tests(
      "SealingTests",
      of: [
        "Cases", "PortableDocument", "ResultCodes", "ResultDrawing", "Sealing", "Typefaces",
        "Verification", crypto,
      ]),
    tests(
      "ResultCodesTests", of: ["Cases", "ResultCodes", "Transparency", "Verification"],
      golden: true),
    tests(
      "PageTests",
      of: [
        "Cases", "HallService", "MainPath", "ResultCodes", "Sealing", "Transparency",
        "Verification", logging,
      ], resources: ["accessibility.js"]),
    tests("TransparencyTests", of: ["Transparency", crypto]),
    tests(
      "StoreTests", of: ["Cases", "Store", "TestDatabases", "Transparency"],
      resources: ["OldFolders"]),
    tests(
      "FolderWatchingTests",
      of: [
        "Cases", "FolderWatching", "Intake", "TestScanners", logging,
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]),
    tests(
      "CaseworkTests",
      of: [
        "Cases", "Casework", "FolderWatching", "Intake", "MainPath", "ResultCodes", "Sealing",
        "Store", "TestDatabases", "Verification", logging,
      ]),
    tests("SpecimenTests", of: ["Cases", "specimen-maker"]),
    tests(
      "EndToEndTests",
      of: [
        "Cases", "HallService", "Intake", "MainPath", "PortableDocument", "ResultCodes", "Store",
        "TestDatabases", "TestScanners", "Transparency", "Verification",
      ], golden: true),

    .target(
      name: "TestDatabases", dependencies: ["Store"], path: "Tests/TestDatabases",
      swiftSettings: houseRules),

    .target(
      name: "TestScanners", dependencies: [crypto], path: "Tests/TestScanners",
      swiftSettings: houseRules),

    .target(name: "CConfinement", path: "Sources/CLibraries/CConfinement"),
    .systemLibrary(name: "CLinuxFolders", path: "Sources/CLibraries/CLinuxFolders"),
    .systemLibrary(name: "CVectorLoops", path: "Sources/CLibraries/CVectorLoops"),
    cLibrary("CCairo", pkgConfig: "cairo", apt: "libcairo2-dev"),
    cLibrary("CDeflate", pkgConfig: "libdeflate", apt: "libdeflate-dev"),
    cLibrary("CHarfBuzz", pkgConfig: "harfbuzz", apt: "libharfbuzz-dev"),
    cLibrary("CLeptonica", pkgConfig: "lept", apt: "libleptonica-dev"),
    cLibrary("COpenSSL", pkgConfig: "openssl", apt: "libssl-dev"),
    cLibrary("CP11Kit", pkgConfig: "p11-kit-1", apt: "libp11-kit-dev"),
    cLibrary("CPango", pkgConfig: "pangocairo", apt: "libpango1.0-dev"),
    cLibrary("CPoppler", pkgConfig: "poppler-glib", apt: "libpoppler-glib-dev"),
    cLibrary("CPostgreSQL", pkgConfig: "libpq", apt: "libpq-dev"),
    cLibrary("CQREncode", pkgConfig: "libqrencode", apt: "libqrencode-dev"),
    cLibrary("CTesseract", pkgConfig: "tesseract", apt: "libtesseract-dev"),
    cLibrary("CZBar", pkgConfig: "zbar", apt: "libzbar-dev"),
    cLibrary("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
  ],
  swiftLanguageModes: [.v6]
)

/// A Swift library target. Where no C is called, an import must name the module it uses.
func stage(_ name: String, needs: [Target.Dependency] = [], touchesC: Bool = false) -> Target {
  .target(
    name: name, dependencies: needs,
    swiftSettings: houseRules
      + (touchesC ? [] : [.enableUpcomingFeature("MemberImportVisibility")]))
}

/// Golden files are read where they lie, so that `UPDATE_GOLDEN=1` can rewrite them.
func tests(
  _ name: String, of targets: [Target.Dependency], golden: Bool = false, resources: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: targets, exclude: resources + (golden ? ["Golden"] : []),
    swiftSettings: houseRules)
}

/// A system library behind a module map in Sources/CLibraries.
func cLibrary(_ name: String, pkgConfig: String, apt: String) -> Target {
  .systemLibrary(
    name: name, path: "Sources/CLibraries/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}
