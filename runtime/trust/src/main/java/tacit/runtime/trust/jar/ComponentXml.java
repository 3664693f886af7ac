package tacit.runtime.trust.jar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import tacit.api.harness.Role;
import tacit.api.trust.ComponentFacts;

/** Reads the descriptions of declarative services components that a manifest names. */
final class ComponentXml {

    private final OpenJar jar;

    ComponentXml(OpenJar jar) {
        this.jar = jar;
    }

    List<ComponentFacts> read(BundleManifest manifest) throws UnreadableJarException {
        List<ComponentFacts> components = new ArrayList<>();
        for (HeaderClause clause : manifest.clauses("Service-Component")) {
            for (String name : clause.names()) {
                for (String file : files(name)) {
                    components.addAll(components(file));
                }
            }
        }
        return components;
    }

    /** The last part of the name may have asterisks. */
    private List<String> files(String name) {
        int folder = name.lastIndexOf('/') + 1;
        if (name.indexOf('*', folder) < 0) {
            return List.of(name);
        }
        Pattern pattern = Pattern.compile("\\Q" + name.substring(folder).replace("*", "\\E[^/]*\\Q") + "\\E");
        return jar.names(name.substring(0, folder), "").stream()
                .filter(entry -> pattern.matcher(entry.substring(folder)).matches())
                .toList();
    }

    private List<ComponentFacts> components(String file) throws UnreadableJarException {
        byte[] text = jar.text(file);
        if (text == null) {
            throw new UnreadableJarException("Its manifest names the component '" + file + "', which is not in it");
        }
        List<ComponentFacts> components = new ArrayList<>();
        for (Element component : SafeXml.all(SafeXml.parse(file, text), "component")) {
            components.add(facts(file, component));
        }
        return components;
    }

    private ComponentFacts facts(String file, Element component) throws UnreadableJarException {
        String type = SafeXml.all(component, "implementation").stream()
                .map(implementation -> implementation.getAttribute("class"))
                .findFirst()
                .orElse("");
        String name = component.hasAttribute("name") ? component.getAttribute("name") : type;
        if (name.isBlank()) {
            throw new UnreadableJarException("A component in its '" + file + "' has neither a name nor a class");
        }
        List<String> references = SafeXml.all(component, "reference").stream()
                .filter(ComponentXml::isMandatory)
                .map(reference -> reference.getAttribute("interface"))
                .toList();
        return new ComponentFacts(
                name,
                role(component),
                attributes(component, "provide", "interface"),
                references,
                pids(component, name));
    }

    private static boolean isMandatory(Element reference) {
        String cardinality = reference.getAttribute("cardinality");
        return cardinality.isEmpty() || cardinality.startsWith("1");
    }

    private static List<String> attributes(Element component, String element, String attribute) {
        return SafeXml.all(component, element).stream()
                .map(found -> found.getAttribute(attribute))
                .toList();
    }

    private static List<String> pids(Element component, String name) {
        if (component.getAttribute("configuration-policy").equals("ignore")) {
            return List.of();
        }
        String pids = component.getAttribute("configuration-pid");
        return pids.isBlank()
                ? List.of(name)
                : List.of(pids.strip().split("\\s+")).stream()
                        .map(pid -> pid.equals("$") ? name : pid)
                        .toList();
    }

    /** The last property of that name counts, as it does for the runtime; several values are no role and show as such. */
    private @Nullable String role(Element component) throws UnreadableJarException {
        String role = null;
        for (Element property : SafeXml.all(component, "property")) {
            if (property.getAttribute("name").equals(Role.PROPERTY)) {
                role = property.hasAttribute("value") ? property.getAttribute("value") : property.getTextContent();
            }
        }
        for (String file : attributes(component, "properties", "entry")) {
            String further = properties(file).getProperty(Role.PROPERTY);
            role = further == null ? role : further;
        }
        return role;
    }

    private Properties properties(String file) throws UnreadableJarException {
        byte[] text = jar.text(file);
        if (text == null) {
            throw new UnreadableJarException(
                    "A component takes its properties from '" + file + "', which is not in it");
        }
        Properties properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(text));
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableJarException("Its '" + file + "' are not proper properties: " + e.getMessage(), e);
        }
        return properties;
    }
}
