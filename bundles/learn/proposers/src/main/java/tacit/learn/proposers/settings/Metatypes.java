package tacit.learn.proposers.settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads from a jar what its settings may be. Stateless; runs nothing of the jar. */
final class Metatypes {

    private static final String FOLDER = "OSGI-INF/metatype/";
    private static final int LARGEST = 1_000_000;

    private Metatypes() {}

    /** Those with a range of numbers or with options; empty when the jar cannot be read. */
    static List<SettingRange> read(byte[] jar) {
        List<SettingRange> ranges = new ArrayList<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(jar))) {
            ZipEntry entry = entries.getNextEntry();
            while (entry != null) {
                if (entry.getName().startsWith(FOLDER) && entry.getName().endsWith(".xml")) {
                    add(entries.readNBytes(LARGEST), ranges);
                }
                entry = entries.getNextEntry();
            }
        } catch (IOException unreadable) {
            return List.of();
        }
        return List.copyOf(ranges);
    }

    private static void add(byte[] file, List<SettingRange> ranges) throws IOException {
        Element root = parse(file);
        Map<String, Element> classes = new HashMap<>();
        all(root, "OCD").forEach(type -> classes.put(type.getAttribute("id"), type));
        for (Element designate : all(root, "Designate")) {
            String pid = designate.hasAttribute("pid")
                    ? designate.getAttribute("pid")
                    : designate.getAttribute("factoryPid");
            for (Element object : all(designate, "Object")) {
                Element type = classes.get(object.getAttribute("ocdref"));
                if (type != null) {
                    all(type, "AD").stream()
                            .filter(each -> !each.getAttribute("cardinality").matches("-?[1-9]\\d*"))
                            .map(each -> range(pid, each))
                            .filter(SettingRange::searchable)
                            .forEach(ranges::add);
                }
            }
        }
    }

    private static SettingRange range(String pid, Element attribute) {
        return new SettingRange(
                pid,
                attribute.getAttribute("id"),
                attribute.getAttribute("type"),
                attribute.hasAttribute("default") ? attribute.getAttribute("default") : null,
                number(attribute, "min"),
                number(attribute, "max"),
                all(attribute, "Option").stream()
                        .map(option -> option.getAttribute("value"))
                        .toList());
    }

    private static @Nullable Double number(Element attribute, String name) {
        try {
            return attribute.hasAttribute(name) ? Double.valueOf(attribute.getAttribute(name)) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static List<Element> all(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Element parse(byte[] file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(file))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("Cannot read a metatype: " + e.getMessage(), e);
        }
    }
}
