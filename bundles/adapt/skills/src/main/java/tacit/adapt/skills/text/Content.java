package tacit.adapt.skills.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.adapt.skills.text.Part.Kind;
import tacit.api.adapt.SkillDraft;
import tacit.api.adapt.SkillParameter;
import tacit.api.adapt.SkillProposalDraft;
import tacit.api.store.TextRuns;

/**
 * All that a proposal, or a version of a skill, says. Immutable.
 *
 * @param id its name for programs
 * @param look icon, category and whether it is enabled
 * @param parameters what its prompt takes
 * @param meta what the front matter of its file had besides: {@code license}, {@code compatibility} and {@code metadata.…}
 * @param parts its words
 * @param support the runs that it was drawn from; none for what somebody wrote
 */
public record Content(
        String id,
        Look look,
        List<SkillParameter> parameters,
        SortedMap<String, String> meta,
        List<Part> parts,
        Support support) {

    /**
     * How a skill looks in lists.
     *
     * @param icon such as {@code zap}
     * @param category such as {@code auto-promoted}
     * @param enabled whether agents are to be told of it
     */
    public record Look(String icon, String category, boolean enabled) {}

    /**
     * The runs that a pattern was seen in.
     *
     * @param patternId empty for none
     * @param successes in which it worked
     * @param failures in which it did not
     */
    public record Support(String patternId, List<String> successes, List<String> failures) {

        public static final Support NONE = new Support("", List.of(), List.of());

        public Support {
            successes = List.copyOf(successes);
            failures = List.copyOf(failures);
        }

        Support without(Collection<String> traceIds) {
            return new Support(
                    patternId,
                    successes.stream().filter(run -> !traceIds.contains(run)).toList(),
                    failures.stream().filter(run -> !traceIds.contains(run)).toList());
        }
    }

    public Content {
        parameters = List.copyOf(parameters);
        parts = List.copyOf(parts);
        meta = Collections.unmodifiableSortedMap(new TreeMap<>(meta));
    }

    /** What somebody wrote. */
    public static Content of(SkillProposalDraft proposal, SortedMap<String, String> meta) {
        SkillDraft draft = proposal.draft();
        List<Part> parts = new ArrayList<>();
        List<String> runs = proposal.traceIds();
        parts.add(Part.written(Kind.NAME, draft.name(), runs));
        parts.add(Part.written(Kind.DESCRIPTION, draft.description(), runs));
        parts.add(Part.written(Kind.PROBLEM, proposal.problemStatement(), runs));
        parts.add(Part.written(Kind.RISK, proposal.riskNote(), runs));
        proposal.evidence().forEach(line -> parts.add(Part.written(Kind.EVIDENCE, line, runs)));
        proposal.requiredTools().forEach(tool -> parts.add(Part.written(Kind.TOOL, tool, runs)));
        parts.add(Part.written(Kind.BODY, draft.prompt(), runs));
        Look look = new Look(draft.icon(), draft.category(), draft.enabled());
        return new Content(draft.id(), look, draft.parameters(), meta, parts, Support.NONE);
    }

    public boolean isPattern() {
        return !support.patternId().isEmpty();
    }

    /** What agents and people see of it. */
    public SkillDraft draft() {
        return new SkillDraft(
                id,
                Wording.name(this),
                Wording.description(this),
                Wording.prompt(this),
                look.icon(),
                look.category(),
                parameters,
                look.enabled());
    }

    /** The same under another name. */
    public Content named(String name) {
        return new Content(name, look, parameters, meta, parts, support);
    }

    public String problem() {
        return Wording.problem(this);
    }

    public List<String> evidence() {
        return Wording.evidence(this);
    }

    public String risk() {
        return Wording.risk(this);
    }

    public List<String> tools() {
        return texts(Kind.TOOL);
    }

    List<Part> all(Kind kind) {
        return parts.stream().filter(part -> part.kind() == kind).toList();
    }

    List<String> texts(Kind kind) {
        return all(kind).stream().map(Part::text).toList();
    }

    String only(Kind kind) {
        return texts(kind).stream().findFirst().orElse("");
    }

    /** What is left without the words of these runs and without these texts; empty when there is nothing to say any more. */
    public Optional<Content> without(Collection<String> traceIds, TextRuns texts) {
        List<Part> left = parts.stream()
                .flatMap(part -> part.without(traceIds, texts).stream())
                .toList();
        SortedMap<String, String> rest = new TreeMap<>(meta);
        rest.values().removeIf(texts::isIn);
        Content content = new Content(id, look, parameters, rest, left, support.without(traceIds));
        boolean named = !content.only(Kind.NAME).isEmpty() && !texts.isIn(id.replace('-', ' '));
        boolean drawn = !isPattern() || !content.support().successes().isEmpty();
        boolean written = isPattern() || !content.only(Kind.BODY).isEmpty();
        return named && drawn && written ? Optional.of(content) : Optional.empty();
    }

    public ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("id", id);
        node.put("icon", look.icon());
        node.put("category", look.category());
        node.put("enabled", look.enabled());
        node.set("parameters", Parameters.json(parameters));
        ObjectNode more = node.putObject("meta");
        meta.forEach(more::put);
        ArrayNode array = node.putArray("parts");
        parts.forEach(part -> array.add(part.json()));
        node.put("patternId", support.patternId());
        Json.put(node, "successes", support.successes());
        Json.put(node, "failures", support.failures());
        return node;
    }

    public static Content read(JsonNode node) {
        List<Part> parts = new ArrayList<>();
        node.path("parts").forEach(part -> parts.add(Part.read(part)));
        SortedMap<String, String> meta = new TreeMap<>();
        node.path("meta")
                .properties()
                .forEach(entry -> meta.put(entry.getKey(), entry.getValue().asText()));
        return new Content(
                Json.string(node, "id"),
                new Look(
                        Json.string(node, "icon"),
                        Json.string(node, "category"),
                        node.path("enabled").asBoolean(true)),
                Parameters.read(node.path("parameters")),
                meta,
                parts,
                new Support(
                        Json.string(node, "patternId"),
                        Json.strings(node, "successes"),
                        Json.strings(node, "failures")));
    }
}
