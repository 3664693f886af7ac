package tacit.learn.proposers;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Services that come and go, by their names; of two with one name the one whose class comes first counts. Thread-safe. */
final class Registered<T> {

    private final List<T> services = new CopyOnWriteArrayList<>();
    private final Function<T, String> name;

    Registered(Function<T, String> name) {
        this.name = name;
    }

    void add(T service) {
        services.add(service);
    }

    void remove(T service) {
        services.remove(service);
    }

    /** Those that are there now. */
    SortedMap<String, T> byName() {
        SortedMap<String, T> named = new TreeMap<>();
        services.stream()
                .sorted(Comparator.comparing(service -> service.getClass().getName()))
                .forEach(service -> named.putIfAbsent(name.apply(service), service));
        return Collections.unmodifiableSortedMap(named);
    }
}
