package tacit.runtime.trust.jar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Parses XML that nobody vouches for: without a document type, so without entities, and without asking anywhere. */
final class SafeXml {

    private SafeXml() {}

    static Element parse(String name, byte[] text) throws UnreadableJarException {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new Refusing());
            return builder.parse(new ByteArrayInputStream(text)).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new UnreadableJarException("Its '" + name + "' is not proper XML: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Cannot read XML safely with the parser of this Java", e);
        }
    }

    /** An element and those below it that have a local name, in order. */
    static List<Element> all(Element root, String name) {
        List<Element> found = new ArrayList<>();
        if (name.equals(root.getLocalName())) {
            found.add(root);
        }
        NodeList below = root.getElementsByTagNameNS("*", name);
        for (int i = 0; i < below.getLength(); i++) {
            found.add((Element) below.item(i));
        }
        return found;
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setNamespaceAware(true);
        return factory;
    }

    /** Keeps the parser from writing to the error stream of the host. */
    private static final class Refusing implements ErrorHandler {

        @Override
        public void warning(SAXParseException warning) {
            // Well-formed all the same
        }

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
