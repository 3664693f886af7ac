package tacit.runtime.trust.jar;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** Reads what settings a bundle describes. */
final class MetatypeXml {

    private static final String FOLDER = "OSGI-INF/metatype/";

    private MetatypeXml() {}

    /** PID to setting to its type. */
    static SortedMap<String, SortedMap<String, String>> read(OpenJar jar) throws UnreadableJarException {
        SortedMap<String, SortedMap<String, String>> settings = new TreeMap<>();
        for (String file : jar.names(FOLDER, ".xml")) {
            byte[] text = jar.text(file);
            if (text != null) {
                add(SafeXml.parse(file, text), settings);
            }
        }
        return settings;
    }

    private static void add(Element root, SortedMap<String, SortedMap<String, String>> settings) {
        Map<String, SortedMap<String, String>> byClass = new TreeMap<>();
        for (Element type : SafeXml.all(root, "OCD")) {
            SortedMap<String, String> types = new TreeMap<>();
            SafeXml.all(type, "AD").forEach(each -> types.put(each.getAttribute("id"), each.getAttribute("type")));
            byClass.put(type.getAttribute("id"), types);
        }
        for (Element designate : SafeXml.all(root, "Designate")) {
            String pid = designate.hasAttribute("pid")
                    ? designate.getAttribute("pid")
                    : designate.getAttribute("factoryPid");
            SafeXml.all(designate, "Object").stream()
                    .map(object -> byClass.get(object.getAttribute("ocdref")))
                    .filter(types -> types != null)
                    .forEach(types -> settings.computeIfAbsent(pid, key -> new TreeMap<>())
                            .putAll(types));
        }
    }
}
