# numpy comparison script: the same work as our benchmarks, done with vectorised numpy. compare.sh runs it beside them.
"""What a good user of numpy would get on the same work: run beside our own benchmarks, in the same run, and compare as ratios.

Debian packages: python3-numpy python3-pandas.  python3 peer_numpy.py panel|montecarlo|geks RUNS
panel       200 indicators x 340 areas x 240 months (16.3 million values, 1 % missing): min-max 1..100 over the panel, then weighted arithmetic and weighted
            geometric means through three levels, weights renormalised over what is present; per-step medians
montecarlo  1,000 draws on the ASEM data beside this file (51 x 49, three levels): every weight x U(0.75, 1.25), normalisation min-max or z-score, arithmetic or
            geometric, with ranks and 5/50/95 % quantiles
geks        GEKS-Tornqvist, 20,000 products x 120 months, full window, matrix form
Prints CSV: what,step,runs,median_s,min_s,peak_rss_mb,checksum
"""
import os, resource, sys, time
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))


def panel_data(K=200, U=340, T=240, seed=1):
    rng = np.random.default_rng(seed)
    n = U * T
    X = np.empty((n, K))
    unit, t = np.repeat(np.arange(U), T), np.tile(np.arange(T), U)
    for k in range(K):
        x = rng.normal(50, 15, U)[unit] + rng.normal(0, .02) * t + rng.normal(0, 5, n)
        X[:, k] = np.exp(x / 25) if k % 4 == 1 else x
    X[rng.random((n, K)) < .01] = np.nan
    return X


def levels(K):
    P, S = K // 10, max(2, K // 40)
    rng = np.random.default_rng(2)
    groups = (np.arange(K) * P // K, np.arange(P) * S // P, np.zeros(S, int))
    weights = (rng.uniform(.5, 1.5, K), rng.uniform(.5, 1.5, P), rng.uniform(.5, 1.5, S))
    return [matrix(g, w) for g, w in zip(groups, weights)]


def matrix(group, weight):
    M = np.zeros((group.size, group.max() + 1))
    M[np.arange(group.size), group] = weight
    return M


def panel(X, M):
    M1, M2, M3 = M
    t = [time.perf_counter()]
    mn, mx = np.nanmin(X, 0), np.nanmax(X, 0)
    Y = (X - mn) * (99 / (mx - mn)) + 1
    t.append(time.perf_counter())
    ok = ~np.isnan(Y)
    W = ok.astype(float) @ M1
    Z = np.where(ok, Y, 0.)
    A = (Z @ M1) / W @ M2 / M2.sum(0) @ M3 / M3.sum(0)
    t.append(time.perf_counter())
    np.log(Y, out=Z, where=ok)
    G = np.exp(np.log(np.exp(np.log(np.exp((Z @ M1) / W)) @ M2 / M2.sum(0))) @ M3 / M3.sum(0))
    t.append(time.perf_counter())
    return np.diff(t), A.sum() + G.sum()


def asem():
    import pandas as pd
    meta = pd.read_csv(os.path.join(HERE, "asem_iMeta.csv"))
    tree = meta[meta.Type.isin(["Indicator", "Aggregate"])]
    data = pd.read_csv(os.path.join(HERE, "asem_A4_treated.csv"))
    by = {lv: list(tree[tree.Level == lv].iCode) for lv in (1, 2, 3, 4)}
    par, w, sign = (dict(zip(tree.iCode, tree[c])) for c in ("Parent", "Weight", "Direction"))
    X = data[by[1]].to_numpy() * np.array([sign[c] for c in by[1]])
    M = []
    for lv in (1, 2, 3):
        m = np.zeros((len(by[lv]), len(by[lv + 1])))
        for i, c in enumerate(by[lv]):
            m[i, by[lv + 1].index(par[c])] = w[c]
        M.append(m)
    return X, M


def montecarlo(X, M, draws=1000):
    rng = np.random.default_rng(0)
    mm = (X - X.min(0)) / (X.max(0) - X.min(0)) * 99 + 1
    z = (X - X.mean(0)) / X.std(0, ddof=1) * 15 + 50
    z = np.maximum(z, 1)
    A = np.where(rng.random(draws)[:, None, None] < .5, mm[None], z[None])
    geo = rng.random(draws) < .5
    t0 = time.perf_counter()
    B = A.copy()
    B[geo] = np.log(B[geo])
    for m in M:
        w = m[None] * rng.uniform(.75, 1.25, (draws,) + m.shape)
        B = B @ (w / w.sum(1, keepdims=True))
    S = B[:, :, 0]
    S[geo] = np.exp(S[geo])
    R = (-S).argsort(1).argsort(1) + 1
    q = np.quantile(S, [.05, .5, .95], axis=0)
    return np.array([time.perf_counter() - t0]), q.sum() + R.mean()


def geks(P, Q):
    t0 = time.perf_counter()
    s = P * Q / (P * Q).sum(1, keepdims=True)
    lp = np.log(P)
    a = (s * lp).sum(1)
    C = s @ lp.T
    g = np.exp((.5 * (C + a[None, :] - a[:, None] - C.T)).mean(0))
    return np.array([time.perf_counter() - t0]), (g / g[0]).sum()


if __name__ == "__main__":
    what, runs = sys.argv[1], int(sys.argv[2])
    if what == "panel":
        X = panel_data(); M = levels(X.shape[1]); names = ("normalise", "arithmetic", "geometric"); f = lambda: panel(X, M)
    elif what == "montecarlo":
        X, M = asem(); names = ("draws",); f = lambda: montecarlo(X, M)
    else:
        rng = np.random.default_rng(0)
        P = np.exp(rng.normal(0, .05, (120, 20000)).cumsum(0)); Q = rng.gamma(1, 1, (120, 20000)) + .01
        names = ("index",); f = lambda: geks(P, Q)
    f()
    out = [f() for _ in range(runs)]
    T = np.array([o[0] for o in out])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for i, n in enumerate(names):
        print(f"{what},{n},{runs},{np.median(T[:, i]):.6f},{T[:, i].min():.6f},{peak:.0f},{out[0][1]:.12g}")
    if len(names) > 1:
        print(f"{what},total,{runs},{np.median(T.sum(1)):.6f},{T.sum(1).min():.6f},{peak:.0f},{out[0][1]:.12g}")
