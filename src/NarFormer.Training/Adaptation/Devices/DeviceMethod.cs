namespace NarFormer.Training.Adaptation.Devices;

/// <summary>The ways by which a device is predicted.</summary>
internal static class DeviceMethod
{
    /// <summary>The mean of the known devices; nothing is measured.</summary>
    public const string Mean = "mean of known devices";

    /// <summary>Measurements alone.</summary>
    public const string Alone = "measurements alone";

    /// <summary>Known devices and measurements.</summary>
    public const string Adapted = "adapted";
}
