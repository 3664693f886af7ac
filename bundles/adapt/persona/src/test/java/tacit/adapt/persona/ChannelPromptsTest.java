package tacit.adapt.persona;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tacit.adapt.style.StyleSource;
import tacit.api.adapt.ChannelProfile.Length;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.AssembledContext.Block;
import tacit.api.memory.Audience;
import tacit.api.memory.Audience.Kind;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.LayerRequest;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.memory.layers.WakeUpLayers;
import tacit.runtime.testkit.Configurations;

/**
 * The whole prompt of one task on each channel for each audience, beside a file that somebody has read. After a change of
 * wording, {@code -Dtacit.golden=write} writes the files anew; read them again then.
 */
class ChannelPromptsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String TASK = "Tell the crew what the storm did to the apiary and what we do next";
    private static final String KIT = "Rules (RULES.md)\n- Ask before ordering anything above 200 euros";
    private static final Path FILES = Path.of("src/test/resources/tacit/adapt/persona/prompts");

    static List<String> channels() {
        return Personas.on().supportedChannels();
    }

    @ParameterizedTest
    @MethodSource("channels")
    void readsAsSomebodyHasReadIt(String channel) throws IOException {
        StringBuilder prompts = new StringBuilder();
        for (Kind kind : Kind.values()) {
            prompts.append("===== ")
                    .append(kind.name().toLowerCase(Locale.ROOT))
                    .append(" =====\n");
            prompts.append(prompt(channel, kind).text()).append("\n");
        }
        if (System.getProperty("tacit.golden", "").equals("write")) {
            Files.createDirectories(FILES);
            Files.writeString(FILES.resolve(channel + ".txt"), prompts);
        }

        assertThat(prompts.toString()).isEqualTo(Files.readString(FILES.resolve(channel + ".txt")));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void differsFromItsNeighboursInTheChannelOnly(Kind kind) {
        Set<String> rest = new HashSet<>();
        List<String> blocks = new ArrayList<>();
        for (String channel : channels()) {
            AssembledContext prompt = prompt(channel, kind);
            Block last = prompt.blocks().get(prompt.blocks().size() - 1);
            assertThat(last.kind()).isEqualTo("channel");
            assertThat(prompt.text()).endsWith("\n\n" + last.text());
            rest.add(prompt.text()
                    .substring(0, prompt.text().length() - last.text().length()));
            blocks.add(last.text());
        }

        assertThat(rest).hasSize(1);
        assertThat(blocks).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("channels")
    void differsFromAnotherAudienceInWhoReadsAndWhatTheyMaySee(String channel) {
        for (Kind kind : List.of(Kind.GROUP, Kind.PUBLIC)) {
            List<String> alone = lines(channel, Kind.PRIVATE);
            List<String> others = lines(channel, kind);
            Set<String> added = new TreeSet<>(others);
            alone.forEach(added::remove);

            assertThat(added).singleElement().asString().containsAnyOf("Others in the group", "Everybody can see");
            assertThat(alone)
                    .containsAll(others.stream()
                            .filter(line -> !added.contains(line))
                            .toList());
        }
    }

    @Test
    void saysTheSameWithoutAChannelAsBeforeThereWereAny() {
        AssembledContext without = assembled(new Audience(Kind.PRIVATE, "ada", null, null, false));

        assertThat(prompt("slack", Kind.PRIVATE).text()).startsWith(without.text() + "\n\n## Channel\n");
        assertThat(without.blocks())
                .extracting(Block::kind)
                .containsExactly("kit", "hot_memory", "structured_memory", "personality");
    }

    @Test
    void saysOnEveryChannelWhetherItsLengthOrThatOfTheStyleWins() {
        for (String channel : channels()) {
            Length length =
                    Personas.on().channelProfile(channel, null).orElseThrow().length();
            String text = prompt(channel, Kind.PRIVATE).text();

            assertThat(text.contains("whatever length and depth the style asks for"))
                    .as(channel)
                    .isEqualTo(length == Length.SHORTER);
            assertThat(text.contains("unless the style asked for is brief"))
                    .as(channel)
                    .isEqualTo(length == Length.LONGER);
        }
    }

    private static List<String> lines(String channel, Kind kind) {
        return prompt(channel, kind)
                .text()
                .lines()
                .filter(line -> line.startsWith("- "))
                .toList();
    }

    private static AssembledContext prompt(String channel, Kind kind) {
        return assembled(new Audience(kind, "ada", channel, null, false));
    }

    private static AssembledContext assembled(Audience audience) {
        ContextRequest request = new ContextRequest("apiary", TASK, audience, NOW, 50);
        StyleSource style = new StyleSource(
                new Personas.NoStore(), Configurations.of(StyleSource.Config.class, Map.of("enabled", true)));
        PersonaFragments persona = new PersonaFragments(new Personas.NoStore(), Personas.config(true));
        List<ContextFragment> seen = Stream.of(
                        known(), style.fragments(request).stream(), persona.fragments(request).stream())
                .flatMap(some -> some)
                .filter(fragment -> audience.maySee(fragment.visibility()))
                .toList();
        String kit = audience.kind() == Kind.PRIVATE ? KIT : "";
        return new WakeUpLayers(Configurations.of(WakeUpLayers.Config.class, Map.of()))
                .assemble(new LayerRequest(request, 2_000, kit, seen));
    }

    private static Stream<ContextFragment> known() {
        return Stream.of(
                known("curated", "[user/preference] Wants figures before opinions", Visibility.PRIVATE),
                known(
                        "curated",
                        "[workspace/project_fact] The apiary has twelve hives at the old orchard",
                        Visibility.SHARED),
                known("manual", "[Operating] Ask when a date is missing", Visibility.PRIVATE),
                known("user", "[Identity] Ada keeps the hives", Visibility.PRIVATE),
                known(
                        "playbook",
                        "[Playbook] After a storm: count the hives, dry them, feed the colonies",
                        Visibility.SHARED),
                known("entities", "[KG] storm Gerda overturned hives 4 and 9 on 1 March", Visibility.SHARED),
                known(
                        "summaries",
                        "[Daily Summary 2026-03-01] Hives 4 and 9 were set up again; the roof of 7 leaks",
                        Visibility.SHARED),
                known("entities", "[KG] the apiary opens to visitors in May", Visibility.PUBLIC));
    }

    private static ContextFragment known(String section, String text, Visibility visibility) {
        return new ContextFragment(
                section + ":" + text.length(),
                section,
                section,
                text,
                TrustLane.STATEMENT,
                visibility,
                0.8,
                0.9,
                NOW,
                List.of());
    }
}
