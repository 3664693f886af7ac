package tacit.runtime.testkit;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Constants;

/** The packages that the system bundle exports from the class path, so that a test and its bundles share their classes. */
final class SharedPackages {

    private static final String API = "tacit.api";
    private static final List<String> BUNDLES = List.of(
            API,
            "slf4j.api",
            "org.osgi.service.component",
            "org.osgi.service.log",
            "org.osgi.util.function",
            "org.osgi.util.promise",
            "org.apache.felix.configadmin",
            "org.apache.felix.eventadmin",
            "org.apache.felix.metatype");

    /** A clause of the header: what stands in quotes may hold commas. */
    private static final Pattern CLAUSE = Pattern.compile("(?:[^,\"]|\"[^\"]*\")+");

    private static final Pattern SHARED = Pattern.compile("(tacit\\.api|org\\.osgi|org\\.slf4j)\\..*|org\\.slf4j;.*");

    private SharedPackages() {}

    static Map<String, String> properties() {
        String packages = BUNDLES.stream()
                .map(ClassPathBundle::named)
                .flatMap(bundle ->
                        CLAUSE.matcher(bundle.header("Export-Package")).results())
                .map(result -> result.group().strip())
                .filter(clause -> SHARED.matcher(clause).matches())
                .collect(Collectors.joining(","));
        return Map.of(
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                packages,
                Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA,
                ClassPathBundle.named(API).header("Provide-Capability"));
    }
}
