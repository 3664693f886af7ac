package tacit.evidence.decisions;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tacit.runtime.testkit.Configurations;

/** The components of every bundle on the class path, made as Declarative Services make them, with their default settings. */
final class Components {

    /** A component's class and the interfaces that it provides. */
    private record Described(String implementation, List<String> provided) {}

    private final List<Described> described = new ArrayList<>();

    Components() throws IOException {
        for (URL manifest : Collections.list(Components.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
            for (String file : componentFiles(manifest)) {
                described.add(described(new URL(manifest.toString().replace("META-INF/MANIFEST.MF", file))));
            }
        }
    }

    private static List<String> componentFiles(URL manifest) throws IOException {
        try (InputStream in = manifest.openStream()) {
            String files = new Manifest(in).getMainAttributes().getValue("Service-Component");
            return files == null ? List.of() : Arrays.asList(files.split(",", -1));
        }
    }

    private static Described described(URL file) throws IOException {
        try (InputStream in = file.openStream()) {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            List<String> provided = new ArrayList<>();
            var services = document.getElementsByTagName("provide");
            for (int i = 0; i < services.getLength(); i++) {
                provided.add(((Element) services.item(i)).getAttribute("interface"));
            }
            Element implementation =
                    (Element) document.getElementsByTagName("implementation").item(0);
            return new Described(implementation.getAttribute("class"), provided);
        } catch (javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException e) {
            throw new IOException(e);
        }
    }

    /** One of each component that provides the interface. */
    List<Object> providing(Class<?> type) {
        return described.stream()
                .filter(component -> component.provided().contains(type.getName()))
                .map(component -> made(component.implementation()))
                .toList();
    }

    private Object made(String implementation) {
        try {
            Class<?> type = Class.forName(implementation);
            Constructor<?> constructor = Arrays.stream(type.getConstructors())
                    .filter(candidate ->
                            Arrays.stream(candidate.getParameterTypes()).noneMatch(Class::isPrimitive))
                    .findFirst()
                    .orElseThrow();
            return constructor.newInstance(Arrays.stream(constructor.getParameterTypes())
                    .map(this::argument)
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + implementation, e);
        }
    }

    private Object argument(Class<?> type) {
        return type.isAnnotation()
                ? Configurations.of(type, Map.of())
                : providing(type).get(0);
    }
}
