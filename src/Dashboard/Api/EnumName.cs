using System.Text.Json;

namespace Dashboard.Api;

/// <summary>Values of enumerations as the interface and the result files spell them.</summary>
internal static class EnumName
{
    /// <summary>In snake_case.</summary>
    internal static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
