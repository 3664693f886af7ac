package tacit.memory.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.api.memory.GraphFindings;
import tacit.api.memory.GraphFindings.FoundEntity;
import tacit.api.memory.GraphFindings.FoundRelation;
import tacit.api.memory.SourceText;
import tacit.memory.graph.Statements.Statement;
import tacit.memory.graph.Technologies.Mention;

/** Reads what texts say of technologies, files, interfaces and relations; of each kind the first few. */
final class Reading {

    private static final int TECHNOLOGIES = 5;
    private static final int FILES = 5;
    private static final int ENDPOINTS = 3;
    private static final int RELATIONS = 10;
    private static final int LONGEST = 100_000;

    private static final Pattern FILE = Pattern.compile("(?<![\\p{L}\\p{N}_./-])"
            + "(?:src|lib|app|components|pages|api|utils|hooks|test|tests|docs|scripts)/[\\p{L}\\p{N}_./@-]*\\.[A-Za-z0-9]{1,10}"
            + "(?![\\p{L}\\p{N}_/-])");

    private static final Pattern ENDPOINT =
            Pattern.compile("(?<![\\p{L}\\p{N}_])(?:GET|POST|PUT|DELETE|PATCH)\\s+/[\\p{L}\\p{N}_{}:./*-]*");

    private static final Pattern SERVICE =
            Pattern.compile("(?i).*(?:^|[ _-])(?:service|api|server|worker|gateway|backend|frontend|app)$");

    private final Map<String, FoundEntity> entities = new LinkedHashMap<>();
    private final List<FoundRelation> relations = new ArrayList<>();

    private Reading() {}

    static GraphFindings of(List<SourceText> texts) {
        Reading reading = new Reading();
        for (SourceText text : texts) {
            reading.read(text);
        }
        return new GraphFindings(List.copyOf(reading.entities.values()), reading.relations);
    }

    private void read(SourceText source) {
        String text = source.text().substring(0, Math.min(source.text().length(), LONGEST));
        for (Mention mention : Technologies.in(text)) {
            add("technology", mention, TECHNOLOGIES, source);
        }
        addMatches(FILE, "file", FILES, text, source);
        addMatches(ENDPOINT, "api_endpoint", ENDPOINTS, text, source);
        for (Statement statement : Statements.in(text)) {
            add(statement, source);
        }
    }

    private void addMatches(Pattern pattern, String type, int most, String text, SourceText source) {
        Matcher match = pattern.matcher(text);
        while (match.find()) {
            String name = match.group().replaceAll("[.:]+$", "").replaceAll("\\s+", " ");
            if (name.length() <= Names.LONGEST) {
                add(type, new Mention(name, match.start(), match.end()), most, source);
            }
        }
    }

    private void add(String type, Mention mention, int most, SourceText source) {
        long there = entities.values().stream()
                .filter(entity -> entity.type().equals(type))
                .count();
        if (there < most) {
            entities.putIfAbsent(
                    Names.folded(mention.name()),
                    new FoundEntity(
                            type, mention.name(), source.lane(), source.evidence(mention.begin(), mention.end())));
        }
    }

    private void add(Statement statement, SourceText source) {
        if (relations.size() == RELATIONS) {
            return;
        }
        boolean employment = statement.type().equals("works_at");
        String from = named(employment ? "person" : "concept", statement.from(), statement, source);
        String to = named(employment ? "organization" : "concept", statement.to(), statement, source);
        relations.add(new FoundRelation(
                from, statement.type(), to, source.lane(), source.evidence(statement.begin(), statement.end())));
    }

    /** The thing that a statement names, under the name that it has already. */
    private String named(String usual, String name, Statement statement, SourceText source) {
        String technology = Technologies.known(name);
        String written = Names.written(technology == null ? name : technology);
        String type = technology != null ? "technology" : SERVICE.matcher(name).matches() ? "service" : usual;
        return entities.computeIfAbsent(
                        Names.folded(written),
                        key -> new FoundEntity(
                                type, written, source.lane(), source.evidence(statement.begin(), statement.end())))
                .name();
    }
}
