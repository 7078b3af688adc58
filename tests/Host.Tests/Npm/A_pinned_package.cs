using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using ApprovalEngine.Host.Npm;

namespace Host.Tests.Npm;

public sealed class A_pinned_package : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<string> said = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public A_pinned_package() => Directory.CreateDirectory(folder.Path);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task is_taken_from_a_file_that_somebody_put_into_the_cache()
    {
        var home = await Find(await Put("hello"));

        home.Should().Be(Path.Combine(folder.Path, "sample-1"));
        (await File.ReadAllTextAsync(Path.Combine(home!, "greeting.txt"), Cancel)).Should().Be("hello");
        Directory.EnumerateDirectories(folder.Path).Should().Equal(home);
    }

    [Fact]
    public async Task with_another_checksum_is_not_used_and_said_so()
    {
        var known = await Put("hello");
        await Put("something else");

        (await Find(known)).Should().BeNull();

        said.Should().ContainSingle().Which.Should().Contain("checksum");
        Directory.EnumerateDirectories(folder.Path).Should().BeEmpty();
    }

    [Fact]
    public async Task once_in_the_cache_is_not_looked_for_again()
    {
        var known = await Put("hello");
        await Find(known);
        File.Delete(Path.Combine(folder.Path, known.FileName));

        (await Find(known)).Should().NotBeNull();
    }

    private Task<string?> Find(NpmPackage package) => package.FindAsync(folder.Path, _ => Task.CompletedTask, said.Add, Cancel);

    private async Task<NpmPackage> Put(string greeting)
    {
        var source = Directory.CreateDirectory(Path.Combine(folder.Path, "source")).FullName;
        await File.WriteAllTextAsync(Path.Combine(source, "greeting.txt"), greeting, Cancel);
        using var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        await using (var tar = new TarWriter(zip, leaveOpen: true))
        {
            await tar.WriteEntryAsync(Path.Combine(source, "greeting.txt"), "package/greeting.txt", Cancel);
        }

        Directory.Delete(source, recursive: true);
        var package = new NpmPackage("Sample", "@approval-engine/sample", "1.0.0", Convert.ToBase64String(SHA512.HashData(packed.ToArray())), 1, "sample-1");
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, package.FileName), packed.ToArray(), Cancel);
        return package;
    }
}
