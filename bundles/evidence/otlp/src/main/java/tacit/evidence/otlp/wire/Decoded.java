package tacit.evidence.otlp.wire;

import java.util.List;

/** What a request held: the good items in order, and the bad ones with their reasons. */
public record Decoded<T>(List<T> items, List<Rejection> rejected) {}
