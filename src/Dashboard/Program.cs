using Dashboard;
using Dashboard.CommandLine;

return await ProgramCommands.Run(args, DashboardServer.Run);
