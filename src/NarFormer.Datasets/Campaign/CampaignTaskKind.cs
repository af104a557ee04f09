using System.Text.Json.Serialization;

namespace NarFormer.Datasets.Campaign;

/// <summary>Why a network is measured.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CampaignTaskKind>))]
public enum CampaignTaskKind
{
    /// <summary>It is a member of the data set.</summary>
    Network,

    /// <summary>It is one of the networks that are measured again and again, to see the machine drift.</summary>
    Anchor,

    /// <summary>It is a member that is measured once more after everything, to see the noise of the labels.</summary>
    Repeat,
}
