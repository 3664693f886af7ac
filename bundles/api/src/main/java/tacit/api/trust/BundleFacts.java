package tacit.api.trust;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a jar says of itself, read from its manifest and its component descriptions. Immutable.
 *
 * @param symbolicName the bundle's name
 * @param version the bundle's version
 * @param roles role to interface; a bundle without components that fill a role has {@code extension/<symbolic name>} and an
 *     empty interface
 * @param components its declarative services components
 * @param imports the packages that it imports and must have, with their version ranges as written
 * @param settings PID to setting key to type, such as {@code Integer}; as its metatype says
 */
public record BundleFacts(
        String symbolicName,
        String version,
        SortedMap<String, String> roles,
        List<ComponentFacts> components,
        SortedMap<String, String> imports,
        SortedMap<String, SortedMap<String, String>> settings) {

    public BundleFacts {
        Objects.requireNonNull(symbolicName, "symbolicName");
        Objects.requireNonNull(version, "version");
        roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
        components = List.copyOf(components);
        imports = Collections.unmodifiableSortedMap(new TreeMap<>(imports));
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /** The component that fills a role or has a PID is configured under one of these. */
    public List<String> pids() {
        return components.stream()
                .flatMap(component -> component.pids().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
