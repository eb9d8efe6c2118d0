namespace Crash;

/// <summary>What is killed: the program, or its naive twin.</summary>
/// <param name="Name">For the report.</param>
/// <param name="Template">Data directory that every run begins with.</param>
/// <param name="Work">Arguments of a life on a data directory.</param>
/// <param name="Finish">Arguments of a life that is to come to its end.</param>
internal sealed record Subject(string Name, Scratch Template, Func<string, string[]> Work, Func<string, string[]> Finish) : IDisposable
{
    /// <summary>After it has come to its end the program does everything once more, and that changes nothing.</summary>
    internal static async Task<Subject> Program()
    {
        var template = Scratch.Folder();
        await Scenario.Prepare(template.Path);
        return new("program", template, data => ["work", data], data => ["again", data]);
    }

    /// <param name="model">Where an undisturbed run of the program ended.</param>
    internal static Subject Twin(Subject program, string model)
    {
        var template = Scratch.CopyOf(program.Template.Path);
        NaiveTwin.Prepare(model, template.Path);
        return new("naive twin", template, data => ["naive", model, data], data => ["naive", model, data]);
    }

    public void Dispose() => Template.Dispose();
}
