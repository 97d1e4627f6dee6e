import ArgumentParser

@main
struct SpecimenMaker: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "specimen-maker",
    abstract: "绘制虚构的样本材料及其真值。 Draws fictitious documents, each with its truth beside it.",
    subcommands: [MakeCommand.self, SamplesCommand.self])
}
