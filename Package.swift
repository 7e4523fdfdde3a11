// swift-tools-version: 6.2
import PackageDescription

/// One list for every Swift target: explicit existentials, imports that do not leak, and no warning left behind.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "Copydesk",
  products: [
    .library(name: "Copydesk", targets: ["Copydesk"]),
    .executable(name: "copydesk", targets: ["CopydeskCommand"]),
    .executable(name: "copydesk-workshop", targets: ["CopydeskWorkshop"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C: the system's Unicode library behind plain functions, and the built-in tables.
    .target(
      name: "CICU",
      linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CLZMA", pkgConfig: "liblzma", providers: [.apt(["liblzma-dev"])]),
    .systemLibrary(name: "CLZ4", pkgConfig: "liblz4", providers: [.apt(["liblz4-dev"])]),
    // It comes without a description for pkg-config.
    .systemLibrary(name: "CBzip2", providers: [.apt(["libbz2-dev"])]),
    .target(name: "CCopydeskData"),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    // C: libxml2's events behind plain functions.
    .target(name: "CMarkup", dependencies: ["CXML2"]),
    // C: one instruction that Swift has no word for.
    .target(name: "CPrefetch"),
    // C: processes that are forked, and what they note for those who find them dead.
    .target(name: "CWorker"),

    // The data's way: text → intake → facts → records → command.
    .target(name: "CopydeskText", dependencies: ["CICU", "CCopydeskData"], swiftSettings: settings),
    .target(
      name: "CopydeskIntake",
      dependencies: ["CMarkup", "CWorker", "CopydeskText", "CBzip2", "CLZ4", "CLZMA", "CNettle", "CZlib", "CZstd"],
      swiftSettings: settings),
    // Learned names of people, places and organisations.
    .target(name: "CopydeskTagger", dependencies: ["CopydeskText", "CPrefetch"], swiftSettings: settings),
    .target(
      name: "CopydeskFacts", dependencies: ["CopydeskText", "CopydeskTagger", "CCopydeskData", "CPrefetch", "CWorker"],
      swiftSettings: settings),
    .target(
      name: "Copydesk", dependencies: ["CWorker", "CopydeskText", "CopydeskIntake", "CopydeskTagger", "CopydeskFacts"],
      swiftSettings: settings),
    // C: the page of the report.
    .target(name: "CCopydeskView", exclude: ["page"]),
    .target(
      name: "CopydeskView", dependencies: ["CCopydeskView", "CopydeskFacts", "CopydeskIntake"], swiftSettings: settings),
    // C: the arguments of the process, also where /proc is not mounted.
    .target(name: "CArguments"),
    .executableTarget(
      name: "CopydeskCommand",
      dependencies: [
        "CArguments", "Copydesk", "CopydeskFacts", "CopydeskIntake", "CopydeskTagger", "CopydeskText", "CopydeskView",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Not installed: builds what the product ships.
    .executableTarget(
      name: "CopydeskWorkshop",
      dependencies: [
        "Copydesk", "CopydeskFacts", "CopydeskIntake", "CopydeskTagger", "CopydeskText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Not a product: what the layers of text cost beside a loop in C.
    .target(name: "CByteLoop", path: "Benchmarks/CByteLoop"),
    .target(name: "Timing", path: "Benchmarks/Timing", swiftSettings: settings),
    .executableTarget(
      name: "text-speed", dependencies: ["CopydeskIntake", "CopydeskText", "CByteLoop", "Timing"],
      path: "Benchmarks/TextSpeed",
      swiftSettings: settings),

    // Not a product: what times and quantities cost by themselves.
    .executableTarget(
      name: "number-speed", dependencies: ["CopydeskFacts", "CopydeskText", "Timing"], path: "Benchmarks/NumberSpeed",
      swiftSettings: settings),

    // Not a product: what the tagger and the layer of names cost by themselves.
    .executableTarget(
      name: "name-speed",
      dependencies: ["CCopydeskData", "CopydeskFacts", "CopydeskTagger", "CopydeskText", "Timing"],
      path: "Benchmarks/NameSpeed", swiftSettings: settings),

    .target(
      name: "CopydeskTestSupport", dependencies: ["CopydeskText", "CopydeskIntake"], path: "Tests/CopydeskTestSupport",
      swiftSettings: settings),
    .testTarget(
      name: "CopydeskTextTests", dependencies: ["CopydeskText", "CopydeskTestSupport"], swiftSettings: settings),
    .testTarget(
      name: "CopydeskIntakeTests", dependencies: ["CopydeskIntake", "CopydeskText", "CopydeskTestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "CopydeskTaggerTests", dependencies: ["CopydeskTagger", "CopydeskText", "CopydeskTestSupport"],
      swiftSettings: settings),
    // C++: dates as CLDR writes them, for the tests that read them back.
    .target(
      name: "CCLDR", path: "Tests/CCLDR", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),
    .testTarget(
      name: "CopydeskFactsTests", dependencies: ["CCLDR", "CopydeskFacts", "CopydeskText", "CopydeskTestSupport"],
      exclude: ["Quantities/magnitude-examples.tsv"],
      swiftSettings: settings),
    .testTarget(
      name: "CopydeskTests",
      dependencies: ["Copydesk", "CopydeskFacts", "CopydeskIntake", "CopydeskText", "CopydeskTestSupport"],
      exclude: ["Golden"],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests", dependencies: ["CopydeskCommand", "CopydeskTestSupport"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x,
  cxxLanguageStandard: .cxx17
)
