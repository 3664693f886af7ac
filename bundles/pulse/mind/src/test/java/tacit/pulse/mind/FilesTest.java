package tacit.pulse.mind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.reflect.ReflectionDesk.BrainMemory;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.store.Database;
import tacit.pulse.mind.seen.Refresh;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class FilesTest {

    @TempDir
    Path folder;

    private final Database database;
    private Rig rig;

    FilesTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void begin() {
        rig = new Rig(database, folder);
        rig.sees(ReflectionEvidence.Type.FAILURE_CLUSTER, true, "cancel_order fails again");
    }

    private List<String> files() throws IOException {
        Path root = folder.resolve(".cowork/subconscious");
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void rf90FilesLieWhereTheyAreDocumented() throws IOException {
        String run = rig.reflect().orElseThrow().runId();

        String at = "targets/workspace_shop/";
        assertThat(files())
                .contains(
                        "journal/2026-03-02.jsonl",
                        at + "state.json",
                        at + "memory.jsonl",
                        at + "backlog.md",
                        at + "dreams/latest.json",
                        at + "runs/" + run + "/evidence.json",
                        at + "runs/" + run + "/ideas.jsonl",
                        at + "runs/" + run + "/critique.jsonl",
                        at + "runs/" + run + "/decision.json",
                        at + "runs/" + run + "/winning-recommendation.md",
                        at + "runs/" + run + "/next-backlog.md",
                        at + "runs/" + run + "/dispatch.json",
                        "brain/ops/state.json",
                        "brain/ops/memory.jsonl");
        assertThat(Files.readString(folder.resolve(".cowork/subconscious/" + at + "memory.jsonl")))
                .contains("open_thread");
        assertThat(Files.readString(folder.resolve(".cowork/subconscious/journal/2026-03-02.jsonl")))
                .contains(
                        "\"kind\":\"observation\"",
                        "\"kind\":\"decision\"",
                        "\"kind\":\"action\"",
                        "\"kind\":\"dream\"");
    }

    @Test
    void rf91WhatIsTooOldGoesAndWhatSomebodyChangedStays() throws IOException {
        String run = rig.reflect().orElseThrow().runId();
        Path changed = folder.resolve(".cowork/subconscious/targets/workspace_shop/runs/" + run + "/decision.json");
        Files.writeString(changed, "mine");
        rig.pass(Duration.ofDays(29));
        rig.upkeep.look();
        int before = files().size();
        rig.pass(Duration.ofDays(2));

        rig.upkeep.look();

        assertThat(files()).hasSizeLessThan(before).contains("targets/workspace_shop/state.json");
        assertThat(files()).filteredOn(file -> file.contains("/runs/")).hasSize(1);
        assertThat(changed).content().isEqualTo("mine");
        assertThat(folder.resolve(".cowork/subconscious/journal/2026-03-02.jsonl"))
                .doesNotExist();
    }

    @Test
    void rf92ADreamFillsTheMemoryAndWaitsForItsTime() {
        rig.reflect();
        List<BrainMemory> first = rig.desk.brain("ops").memory();
        rig.pass(Duration.ofHours(1));
        rig.sees(ReflectionEvidence.Type.CODE_FAILURE, true, "the build fails");
        rig.desk.reflect("ops", "workspace:shop", "operator", true);

        assertThat(first).isNotEmpty();
        assertThat(first.get(0).confidence()).isEqualTo(.55);
        assertThat(first).extracting(BrainMemory::bucket).contains("open_thread", "reliable_pattern");
        assertThat(rig.desk.brain("ops").memory()).hasSameSizeAs(first);
        rig.pass(Duration.ofHours(24));
        rig.sees(ReflectionEvidence.Type.CODE_FAILURE, true, "the docs fail");
        rig.desk.reflect("ops", "workspace:shop", "operator", true);
        assertThat(rig.desk.brain("ops").memory()).hasSizeGreaterThan(first.size());
    }

    @Test
    void withoutAJournalNothingIsWrittenDownOrDreamt() throws IOException {
        rig.settings.put("reflection.journalingEnabled", "false");
        rig.reflect();

        assertThat(files()).noneMatch(file -> file.contains("journal") || file.contains("dreams"));
    }

    @Test
    void rf93TimesOfTargetsDifferByALittle() {
        Duration day = Refresh.jitter("workspace:shop", Duration.ofDays(1));

        assertThat(day)
                .isLessThan(Duration.ofMinutes(15))
                .isEqualTo(Refresh.jitter("workspace:shop", Duration.ofDays(1)));
        assertThat(Refresh.jitter("workspace:shop", Duration.ofMinutes(15))).isLessThan(Duration.ofSeconds(90));
        assertThat(Refresh.jitter("workspace:other", Duration.ofDays(1))).isNotEqualTo(day);
    }
}
