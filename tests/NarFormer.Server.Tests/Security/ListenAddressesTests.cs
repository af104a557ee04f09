using NarFormer.Server.Security;

namespace NarFormer.Server.Tests.Security;

public sealed class ListenAddressesTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:0")]
    [InlineData("http://[::1]:80")]
    public void This_machine_needs_no_key(string address) => ListenAddresses.Check([address], hasKey: false);

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://+:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.168.1.2:80")]
    [InlineData("http://example.org:80")]
    public void Other_machines_need_a_key(string address)
    {
        Should.Throw<ArgumentException>(() => ListenAddresses.Check(["http://127.0.0.1:1", address], hasKey: false)).Message.ShouldContain(address);
        ListenAddresses.Check([address], hasKey: true);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("https://127.0.0.1:5080")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("")]
    [InlineData("http://127.0.0.1:99999")]
    public void What_is_no_address_is_an_error(string address) => Should.Throw<ArgumentException>(() => ListenAddresses.Check([address], hasKey: true));
}
