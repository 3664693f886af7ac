package tacit.runtime.launcher.doctor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The form in which findings are shown, and passed on by the bundles that made some of them. */
public final class Findings {

    private static final JsonFactory JSON = new JsonFactory();

    private Findings() {}

    /** Reads {@code [{"name","state","detail","mend"}]}. */
    public static List<Finding> parse(String json) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    fields.put(parser.currentName(), parser.getText());
                } else if (token == JsonToken.END_OBJECT) {
                    findings.add(finding(fields));
                    fields.clear();
                }
            }
        }
        return findings;
    }

    private static Finding finding(Map<String, String> fields) {
        return new Finding(
                fields.getOrDefault("name", ""),
                Finding.State.valueOf(fields.getOrDefault("state", "warn").toUpperCase(Locale.ROOT)),
                fields.getOrDefault("detail", ""),
                fields.getOrDefault("mend", ""));
    }

    /** Writes {@code {"ok":…,"checks":[…]}}. */
    public static String json(List<Finding> findings) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeBooleanField("ok", healthy(findings));
            json.writeArrayFieldStart("checks");
            for (Finding finding : findings) {
                json.writeStartObject();
                json.writeStringField("name", finding.name());
                json.writeStringField("state", state(finding));
                json.writeStringField("detail", finding.detail());
                json.writeStringField("mend", finding.mend());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    /** One line for a person. */
    public static String line(Finding finding) {
        String mend = finding.mend().isEmpty() ? "" : " -> " + finding.mend();
        return String.format(Locale.ROOT, "%-4s  %-12s %s%s", state(finding), finding.name(), finding.detail(), mend);
    }

    /** Whether nothing failed. */
    public static boolean healthy(List<Finding> findings) {
        return findings.stream().noneMatch(finding -> finding.state() == Finding.State.FAIL);
    }

    private static String state(Finding finding) {
        return finding.state().name().toLowerCase(Locale.ROOT);
    }
}
