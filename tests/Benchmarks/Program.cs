System.Console.WriteLine("Run with --filter *");
