// Hosts the real PowerShell engine for tests where no powershell can be had: `host run BOOTSTRAP` runs the bootstrap with standard
// input as its pipeline input, as powershell.exe -EncodedCommand does; `host … -File SCRIPT WORDS` runs a file, as powershell.exe
// does with all options before -File left aside; `host check` names syntax newer than Windows PowerShell 4.0
// and commands that are not known to exist there.
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

var file = Array.IndexOf(args, "-File");
if (file >= 0) return Run(File.ReadAllText(args[file + 1]), "", args[(file + 2)..]);
var input = Console.In.ReadToEnd();
return args[0] == "check" ? Check(input) : Run(args[1], input, []);

static int Run(string bootstrap, string input, string[] words)
{
    using var shell = PowerShell.Create(InitialSessionState.CreateDefault2());
    shell.AddScript(bootstrap);
    foreach (var word in words) shell.AddArgument(word);
    try
    {
        foreach (var result in shell.Invoke(input.Split('\n'))) Console.Error.WriteLine($"unexpected output: {result}");
        foreach (var error in shell.Streams.Error) Console.Error.WriteLine(error);
        return shell.HadErrors ? 3 : 0;
    }
    catch (RuntimeException error)
    {
        Console.Error.WriteLine($"{error.Message} {error.ErrorRecord.InvocationInfo?.PositionMessage}");
        return 2;
    }
}

static int Check(string script)
{
    var tree = Parser.ParseInput(script, out _, out var errors);
    var wrong = errors.Select(error => $"{error.Extent.StartLineNumber}: {error.Message}").ToList();
    string[] known =
    [
        "Out-Null", "ConvertTo-Json", "New-Object", "Where-Object", "ForEach-Object", "Select-Object", "Sort-Object",
        "Get-Command", "Get-Date", "Add-Type",
    ];
    var defined = tree.FindAll(node => node is FunctionDefinitionAst, true).Select(node => ((FunctionDefinitionAst)node).Name);
    var commands = new HashSet<string>(known.Concat(defined), StringComparer.OrdinalIgnoreCase);
    foreach (var node in tree.FindAll(_ => true, true))
    {
        var complaint = node switch
        {
            TernaryExpressionAst => "a ternary expression (7.0)",
            PipelineChainAst => "a chain of pipelines (7.0)",
            UsingStatementAst => "using (5.0)",
            TypeDefinitionAst => "a class or enumeration (5.0)",
            BinaryExpressionAst { Operator: TokenKind.QuestionQuestion } => "?? (7.0)",
            AssignmentStatementAst { Operator: TokenKind.QuestionQuestionEquals } => "??= (7.0)",
            MemberExpressionAst { NullConditional: true } => "?. (7.0)",
            IndexExpressionAst { NullConditional: true } => "?[ (7.0)",
            PipelineAst { Background: true } => "a pipeline in the background (6.0)",
            InvokeMemberExpressionAst { Static: true, Member: StringConstantExpressionAst { Value: var name } }
                when name.Equals("new", StringComparison.OrdinalIgnoreCase) => "[type]::new (5.0)",
            NamedBlockAst { BlockKind: TokenKind.Clean } => "a clean block (7.3)",
            CommandAst command when command.GetCommandName() is { } called && !commands.Contains(called) => $"the command {called}",
            _ => null,
        };
        if (complaint != null) wrong.Add($"{node.Extent.StartLineNumber}: {complaint}");
    }
    foreach (var line in wrong) Console.Out.WriteLine(line);
    return wrong.Count == 0 ? 0 : 1;
}
