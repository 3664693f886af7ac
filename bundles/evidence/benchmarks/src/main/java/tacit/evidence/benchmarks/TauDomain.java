package tacit.evidence.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which shop a tau-bench run plays in, by its content, so that a task has the same key in every batch. */
final class TauDomain {

    private static final Pattern POLICY = Pattern.compile("(?i)#\\s*(\\w{2,32}) agent policy");
    private static final int HEADING = 400;

    private TauDomain() {}

    static String of(JsonNode messages, String batch) {
        for (JsonNode message : messages) {
            if (message.path("role").asText("").equals("system")) {
                String policy = message.path("content").asText("");
                Matcher heading = POLICY.matcher(policy.substring(0, Math.min(HEADING, policy.length())));
                if (heading.find()) {
                    return heading.group(1).toLowerCase(Locale.ROOT);
                }
            }
        }
        return byTools(messages, batch);
    }

    private static String byTools(JsonNode messages, String batch) {
        for (JsonNode message : messages) {
            String tool = message.path("role").asText("").equals("tool")
                    ? message.path("name").asText("")
                    : "";
            if (tool.contains("reservation") || tool.contains("flight")) {
                return "airline";
            }
            if (tool.contains("order") || tool.contains("product")) {
                return "retail";
            }
        }
        String name = batch.toLowerCase(Locale.ROOT);
        return name.contains("airline") ? "airline" : name.contains("retail") ? "retail" : "tau";
    }
}
