using ApprovalEngine.Host.Commands;
using Spectre.Console.Cli;

var app = new CommandApp();
app.Configure(CommandTree.Define);
return await app.RunAsync(args);
