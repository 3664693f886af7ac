package tacit.surface.settings;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import tacit.api.adapt.Setting;

/** Reads the settings that one metatype file describes. Stateless. */
final class MetatypeXml {

    private static final String PASSWORD = "Password";

    private MetatypeXml() {}

    /**
     * All that it describes.
     *
     * @throws IOException when it cannot be read or is no metatype
     */
    static List<DescribedSetting> read(InputStream file) throws IOException {
        Element root = parse(file);
        Map<String, Element> classes = new HashMap<>();
        elements(root, "OCD").forEach(type -> classes.put(type.getAttribute("id"), type));
        List<DescribedSetting> settings = new ArrayList<>();
        for (Element designate : elements(root, "Designate")) {
            boolean factory = designate.hasAttribute("factoryPid");
            String pid = designate.getAttribute(factory ? "factoryPid" : "pid");
            for (Element object : elements(designate, "Object")) {
                Element type = classes.get(object.getAttribute("ocdref"));
                if (type != null) {
                    elements(type, "AD").forEach(each -> settings.add(setting(pid, factory, each)));
                }
            }
        }
        return settings;
    }

    private static DescribedSetting setting(String pid, boolean factory, Element attribute) {
        String type = attribute.getAttribute("type");
        boolean secret = type.equals(PASSWORD);
        String key = attribute.getAttribute("id");
        String label = attribute.getAttribute("name");
        return new DescribedSetting(
                pid,
                factory,
                key,
                label.isEmpty() ? key : label,
                attribute.getAttribute("description"),
                new Setting.Rule(
                        type,
                        elements(attribute, "Option").stream()
                                .map(option -> option.getAttribute("value"))
                                .toList(),
                        optional(attribute, "min"),
                        optional(attribute, "max"),
                        secret),
                secret ? null : optional(attribute, "default"));
    }

    private static @Nullable String optional(Element element, String name) {
        return element.hasAttribute(name) ? element.getAttribute(name) : null;
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Element parse(InputStream file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            return factory.newDocumentBuilder().parse(file).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("Cannot read a metatype: " + e.getMessage(), e);
        }
    }
}
