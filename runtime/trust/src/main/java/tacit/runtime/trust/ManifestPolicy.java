package tacit.runtime.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tacit.runtime.trust.jar.BundleManifest;
import tacit.runtime.trust.jar.HeaderClause;
import tacit.runtime.trust.jar.OpenJar;

/** What the manifest of a bundle in a slot may ask for: nothing that reaches beyond the bundle itself. Immutable. */
final class ManifestPolicy {

    private static final Map<String, String> FORBIDDEN = new TreeMap<>(Map.of(
            "Export-Package", "exports packages: others would hold on to its classes when it is swapped",
            "Fragment-Host", "is a fragment: it would become part of another bundle",
            "DynamicImport-Package", "imports packages dynamically: what it needs cannot be known before it runs",
            "Require-Bundle", "requires another bundle: it would meet classes instead of services",
            "Bundle-NativeCode", "has native code, which cannot be loaded a second time"));

    private final List<String> allowedImports;

    ManifestPolicy(List<String> allowedImports) {
        this.allowedImports = List.copyOf(allowedImports);
    }

    List<String> refusals(BundleManifest manifest, OpenJar jar) {
        List<String> refusals = new ArrayList<>();
        FORBIDDEN.forEach((header, reason) -> {
            if (manifest.has(header)) {
                refusals.add("It " + reason + " (" + header + ")");
            }
        });
        manifest.clauses("Import-Package").stream()
                .flatMap(clause -> clause.names().stream())
                .filter(name -> !isAllowed(name))
                .map(name -> "It imports package " + name + ", which is not among the allowed ones (allowed.imports)")
                .forEach(refusals::add);
        manifest.clauses("Provide-Capability").stream()
                .map(HeaderClause::names)
                .flatMap(List::stream)
                .filter(namespace -> !namespace.equals("osgi.service"))
                .map(namespace -> "It provides the capability " + namespace + ": others would be wired to it")
                .forEach(refusals::add);
        for (String file : jar.names("META-INF/versions/", "/OSGI-INF/MANIFEST.MF")) {
            refusals.add("It has another manifest for other versions of Java (" + file + ")");
        }
        return refusals;
    }

    /** A rule that ends with an asterisk allows every package that begins so, and for {@code a.b.*} also {@code a.b}. */
    private boolean isAllowed(String name) {
        return name.startsWith("java.")
                || allowedImports.stream()
                        .anyMatch(rule -> rule.endsWith("*")
                                ? name.startsWith(rule.substring(0, rule.length() - 1)) || (name + ".*").equals(rule)
                                : name.equals(rule));
    }
}
