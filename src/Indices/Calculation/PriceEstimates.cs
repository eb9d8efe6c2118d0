using System.Collections.Immutable;
using Indices.Observations;
using Indices.Time;

namespace Indices.Calculation;

/// <summary>The index estimated for a shorter period from the last one known; superseded by the index of the period that it lies in.</summary>
/// <param name="Period">Such as a month of a quarterly index.</param>
/// <param name="From">The period of the index that it goes on from.</param>
/// <param name="Status">P, Q when it is confidential, U when too little weight was observed.</param>
/// <param name="Coverage">Share of weight observed in the shorter period, 0 to 1.</param>
/// <param name="Confidentiality">By the deals of the shorter period alone.</param>
public sealed record PriceFlash(
    Period Period, Period From, double Value, ObservationStatus Status, double Coverage, Confidentiality Confidentiality);

/// <summary>A sub-index over a window that moves; an inside figure until disclosure control has passed it.</summary>
/// <param name="Code">Of the product's group, or of a tenor band.</param>
/// <param name="Window">Neighbouring periods, the last being <paramref name="Period"/>, whose deals it rests on.</param>
/// <param name="Value">In index points, the window that ends with the base being the base; null while no cell of the group is in the index.</param>
/// <param name="Confidentiality">By the deals of the window, by the other sub-indices of it, and by the windows before that are free.</param>
public sealed record RollingSubIndex(string Code, Period Period, int Window, double? Value, Confidentiality Confidentiality);

/// <summary>The check of the strata by regression: an experimental series (status E) of the price of a fixed standard deal.</summary>
/// <param name="Index">By period; 100 in the first.</param>
/// <param name="Latest">The newest window with enough deals; null when there has been none.</param>
/// <param name="NeedsReview">The index and this one moved apart by more than 1 % over the last year.</param>
public sealed record HedonicDetail(ImmutableArray<HedonicValue> Index, HedonicFit? Latest, bool NeedsReview);

/// <param name="Deals">In the window that ends with the period.</param>
/// <param name="Value">Null when the window has too few deals, or the period none.</param>
public sealed record HedonicValue(Period Period, int Deals, double? Value);

/// <summary>What a regression found over one window.</summary>
/// <param name="Coefficients">Effects of the periods first (prices of the standard deal, percent), then the regressors'.</param>
/// <param name="ResidualDeviation">Percentage points.</param>
/// <param name="RSquared">Share of the variance explained, 0 to 1.</param>
public sealed record HedonicFit(
    Period First, Period Last, int Deals, ImmutableArray<HedonicCoefficient> Coefficients, double ResidualDeviation, double RSquared);

/// <param name="Value">In percentage points; null when it cannot be told apart from the effects before it.</param>
public sealed record HedonicCoefficient(string Name, double? Value);
