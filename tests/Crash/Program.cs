using System.Globalization;
using Crash;

switch (args)
{
    case ["work", var data]:
        await StaffWork.Run(data, again: false);
        return 0;
    case ["again", var data]:
        await StaffWork.Run(data, again: true);
        return 0;
    case ["naive", var model, var data]:
        NaiveTwin.Run(model, data);
        return 0;
    case ["kill", var kills, var minutes, var seed]:
        return await LongForm.Run(Number(kills), TimeSpan.FromMinutes(Number(minutes)), Number(seed));
    default:
        await Console.Error.WriteLineAsync("kill KILLS MINUTES SEED");
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
