using Dashboard;
using Dashboard.Api;
using Dashboard.Security;
using Indices.Storage;

var builder = WebApplication.CreateBuilder(args);
var folder = Directory.CreateDirectory(Path.GetFullPath(Environment.GetEnvironmentVariable("DASHBOARD_DATA") ?? "var"));
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddIndicesStorage(new StorageOptions(Path.Combine(folder.FullName, "statistics.db")));
builder.Services.AddPublicPages();
builder.Services.AddTargets();
builder.Services.AddScreen();

var app = builder.Build();
app.Services.GetRequiredService<IStorageMigrator>().Migrate();
app.UseSecurityHeaders();
app.UseAntiforgery();
app.MapStaticAssets();
app.MapApi();
app.MapTargets();
app.MapPublicPages();
app.MapScreen();
app.Run();
