package tacit.memory.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.ContextExplanation;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.LayerRequest;
import tacit.memory.words.Tokens;

/** One prompt while it is made. Confined to one call. */
final class Draft {

    /** The name under which the kit is attributed. */
    static final String KIT = "workspace_kit";

    private final LayerRequest request;
    private final Switches switches;
    private final Budgets budgets;
    private final Block personality;
    private final Block channel;
    private final Block hot;
    private final Block structured;
    private final KitPage kit;
    private final List<ContextExplanation.Line> dropped = new ArrayList<>();

    Draft(LayerRequest request, Switches switches) {
        this.request = request;
        this.switches = switches;
        boolean withKit = switches.kit() && !request.kit().isBlank();
        List<Piece> pieces = wanted(Offers.of(request, switches.taskShare()));
        int reserve = Budgets.reserve(request.budget(), switches.layered());
        // The readers of a channel are protected before anybody is pleased
        channel = Block.how("channel", reserve);
        fill(channel, in(Section.CHANNEL, pieces), reserve);
        int left = reserve - used(channel.text());
        personality = Block.how("personality", left);
        fill(personality, in(Section.PERSONALITY, pieces), left);
        budgets = Budgets.of(
                request.budget(), switches.layered(), withKit, used(channel.text()) + used(personality.text()));
        hot = Block.hot(budgets.hot());
        structured = Block.structured(budgets.structured());
        List<Piece> known =
                pieces.stream().filter(piece -> !piece.section().saysHow()).toList();
        fill(hot, known.stream().filter(piece -> piece.section().instructs()).toList(), budgets.hot());
        fill(
                structured,
                known.stream().filter(piece -> !piece.section().instructs()).toList(),
                budgets.structured());
        kit = new KitPage(withKit ? request.kit() : "", hot.pieces());
    }

    private static List<Piece> in(Section section, List<Piece> pieces) {
        return pieces.stream().filter(piece -> piece.section() == section).toList();
    }

    private List<Piece> wanted(List<Piece> offered) {
        List<Piece> open = new ArrayList<>();
        for (Piece piece : offered) {
            switches.closed(piece.section())
                    .ifPresentOrElse(reason -> dropped.add(piece.dropped(reason)), () -> open.add(piece));
        }
        Duplicates duplicates = new Duplicates(open);
        for (Piece piece : open) {
            if (duplicates.repeats(piece)) {
                dropped.add(piece.dropped(duplicates.reason(piece)));
            }
        }
        return open.stream().filter(piece -> !duplicates.repeats(piece)).toList();
    }

    private void fill(Block block, List<Piece> pieces, int budget) {
        for (Piece piece : block.fill(pieces)) {
            dropped.add(piece.dropped("It does not fit beside what is worth more into " + budget + " tokens"));
        }
    }

    Budgets budgets() {
        return budgets;
    }

    Optional<AssembledContext.Block> hotBlock() {
        return hot.text();
    }

    /** What says how to answer. */
    List<Optional<AssembledContext.Block>> howBlocks() {
        return List.of(personality.text(), channel.text());
    }

    Optional<AssembledContext.Block> structuredBlock() {
        return structured.text();
    }

    Optional<AssembledContext.Block> kitBlock() {
        return kit.within(Math.min(budgets.kit(), budgets.whole() - used(hotBlock()) - used(structuredBlock())));
    }

    private Optional<AssembledContext.Block> hintBlock() {
        int left = budgets.whole() - used(hotBlock()) - used(structuredBlock()) - used(kitBlock());
        AssembledContext.Block block = switches.hints().block();
        return switches.showHints() && block.tokens() < left ? Optional.of(block) : Optional.empty();
    }

    // The blank line behind a block counts too
    private static int used(Optional<AssembledContext.Block> block) {
        return block.map(there -> Tokens.of(there.text() + "\n\n")).orElse(0);
    }

    /** What is left out, of these layers. */
    List<ContextExplanation.Line> dropped(String... layers) {
        List<String> wanted = List.of(layers);
        return dropped.stream().filter(line -> wanted.contains(line.layer())).toList();
    }

    AssembledContext context() {
        List<AssembledContext.Block> blocks = Stream.of(
                        kitBlock(), hotBlock(), structuredBlock(), hintBlock(), personality.text(), channel.text())
                .flatMap(Optional::stream)
                .toList();
        String text = String.join(
                "\n\n", blocks.stream().map(AssembledContext.Block::text).toList());
        List<Piece> shown = Stream.of(hot, structured, personality, channel)
                .flatMap(block -> block.pieces().stream())
                .toList();
        List<ContextFragment> fragments = shown.stream().map(Piece::fragment).toList();
        return new AssembledContext(
                text, Tokens.of(text), blocks, fragments, attribution(fragments), explanation(shown));
    }

    private SortedMap<String, Integer> attribution(List<ContextFragment> shown) {
        SortedMap<String, Integer> attribution = new TreeMap<>();
        request.fragments().forEach(fragment -> attribution.put(fragment.source(), 0));
        shown.forEach(fragment -> attribution.merge(fragment.source(), 1, Integer::sum));
        if (!request.kit().isBlank()) {
            attribution.put(KIT, kitBlock().isPresent() ? 1 : 0);
        }
        return attribution;
    }

    private ContextExplanation explanation(List<Piece> shown) {
        List<ContextExplanation.Line> lines = new ArrayList<>();
        if (!request.kit().isBlank()) {
            lines.add(kitLine());
        }
        shown.forEach(piece -> lines.add(piece.kept()));
        lines.addAll(dropped);
        return new ContextExplanation(lines, budgets.named(), List.of());
    }

    private ContextExplanation.Line kitLine() {
        Optional<AssembledContext.Block> block = kitBlock();
        String reason = block.isPresent() ? "The kit stands first" : "No whole line of the kit fits";
        if (!switches.kit()) {
            reason = "The setting context.pack.injection is off";
        } else if (kit.isEmpty()) {
            reason = "All that it says stands in the hot lane";
        } else if (block.isPresent()
                && block.get().text().length() < request.kit().strip().length()) {
            reason = "The kit stands first, without what the hot lane says and what does not fit";
        }
        int tokens = block.map(AssembledContext.Block::tokens).orElse(0);
        return new ContextExplanation.Line(KIT, KIT, "L0", block.isPresent(), tokens, 1, new TreeMap<>(), reason);
    }
}
