package tacit.evidence.otlp.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Collects items and sets the bad ones aside. Confined to one thread. */
public final class Collected<T> {

    private final List<T> items = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();

    /** Reads one item; a bad one is noted with its position. */
    public void add(String position, Function<String, T> reader) {
        try {
            items.add(reader.apply(position));
        } catch (BadItemException e) {
            reject(position, String.valueOf(e.getMessage()));
        }
    }

    public void reject(String position, String reason) {
        rejected.add(new Rejection(position, reason));
    }

    public Decoded<T> decoded() {
        return new Decoded<>(items, rejected);
    }
}
