using System.Globalization;
using Indices.Accounts;

namespace Dashboard.Security;

/// <summary>What a check of the audit log found, in words.</summary>
internal static class AuditWords
{
    internal static string Of(AuditVerification found, Language language)
    {
        var rows = found.Rows.ToString(CultureInfo.InvariantCulture);
        if (found.Broken is not { } broken)
            return language[$"审计日志共 {rows} 行，全部与写入时一致。", $"The audit log has {rows} rows, all as they were written."];
        var row = broken.Row.ToString(CultureInfo.InvariantCulture);
        return broken.Fault switch
        {
            AuditFault.Altered => language[$"第 {row} 行被改动、移动或插入（共 {rows} 行）。", $"Row {row} was changed, moved or put in (of {rows})."],
            AuditFault.Missing => language[$"第 {row} 行缺失（共 {rows} 行）。", $"Row {row} is missing (of {rows})."],
            AuditFault.Replaced => language[$"第 {row} 行不是当日记录末行时的那一行（共 {rows} 行）。", $"Row {row} is not the one that was there when the head was noted (of {rows})."],
            _ => language[$"第 {row} 行起被截去：末行记录里有，日志里只剩 {rows} 行。", $"Cut off from row {row} on: a noted head has more than the {rows} rows that are left."],
        };
    }
}
