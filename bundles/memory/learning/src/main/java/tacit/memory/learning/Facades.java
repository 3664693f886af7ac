package tacit.memory.learning;

import org.jspecify.annotations.Nullable;
import tacit.api.memory.CuratedMemory;
import tacit.api.memory.Journal;
import tacit.api.memory.KnowledgeGraph;
import tacit.api.memory.Playbook;
import tacit.api.memory.RelationshipMemory;
import tacit.api.memory.TopicPacks;
import tacit.api.memory.UserProfile;
import tacit.api.memory.Workspaces;

/** The memories that are there at a moment; null for one that is not. */
record Facades(
        @Nullable UserProfile profile,
        @Nullable RelationshipMemory relationships,
        @Nullable Playbook playbook,
        @Nullable KnowledgeGraph graph,
        @Nullable CuratedMemory curated,
        @Nullable Journal journal,
        @Nullable TopicPacks topics,
        @Nullable Workspaces workspaces) {}
