package tacit.runtime.calls;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import tacit.api.harness.Calls;

/**
 * Finds the form of each type by its declaration. Thread-safe.
 *
 * <p>What is kept is keyed by records of the API alone, so that no bundle that comes and goes is held by it.
 */
final class Forms {

    private static final String API = "tacit.api.";

    private static final Map<Class<?>, Form> PLAIN = Map.ofEntries(
            Map.entry(String.class, TextForm.STRING),
            Map.entry(Instant.class, TextForm.INSTANT),
            Map.entry(Duration.class, TextForm.DURATION),
            Map.entry(byte[].class, TextForm.BYTES),
            Map.entry(Object.class, AnyForm.ANY),
            Map.entry(Integer.class, NumberForm.INTEGER),
            Map.entry(Long.class, NumberForm.LONG),
            Map.entry(Double.class, NumberForm.DOUBLE),
            Map.entry(Boolean.class, NumberForm.BOOLEAN),
            Map.entry(int.class, new PresentForm(NumberForm.INTEGER)),
            Map.entry(long.class, new PresentForm(NumberForm.LONG)),
            Map.entry(double.class, new PresentForm(NumberForm.DOUBLE)),
            Map.entry(boolean.class, new PresentForm(NumberForm.BOOLEAN)));

    private final ConcurrentMap<Class<?>, Form> records = new ConcurrentHashMap<>();

    /**
     * The form of a type.
     *
     * @throws IllegalArgumentException when calls cannot carry it
     */
    Form of(Type type) {
        return of(type, Map.of(), List.of());
    }

    private Form of(Type type, Map<TypeVariable<?>, Form> bound, List<Class<?>> around) {
        if (type instanceof WildcardType wildcard) {
            return of(wildcard.getUpperBounds()[0], bound, around);
        }
        if (type instanceof TypeVariable<?> variable && bound.containsKey(variable)) {
            return bound.get(variable);
        }
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic, bound, around);
        }
        if (type instanceof Class<?> plain && plain.getTypeParameters().length == 0) {
            return ofClass(plain, around);
        }
        throw unknown(type);
    }

    private Form ofGeneric(ParameterizedType type, Map<TypeVariable<?>, Form> bound, List<Class<?>> around) {
        Class<?> raw = (Class<?>) type.getRawType();
        List<Form> arguments = new ArrayList<>();
        for (Type argument : type.getActualTypeArguments()) {
            arguments.add(of(argument, bound, around));
        }
        if (raw == List.class || raw == Set.class || raw == Collection.class) {
            return new SequenceForm(raw, arguments.get(0));
        }
        if (raw == Optional.class) {
            return new OptionalForm(arguments.get(0));
        }
        if ((raw == Map.class || raw == SortedMap.class) && arguments.get(0) instanceof TextForm<?> key) {
            return new MapForm(raw, key, arguments.get(1));
        }
        if (!isApi(raw) || !raw.isRecord()) {
            throw unknown(type);
        }
        Map<TypeVariable<?>, Form> inner = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            inner.put(raw.getTypeParameters()[i], arguments.get(i));
        }
        return ofRecord(raw, inner, around);
    }

    private Form ofClass(Class<?> type, List<Class<?>> around) {
        Form plain = PLAIN.get(type);
        if (plain != null) {
            return plain;
        }
        if (!isApi(type)) {
            throw unknown(type);
        }
        if (type.isEnum()) {
            return ofEnum(type);
        }
        if (!type.isRecord()) {
            throw unknown(type);
        }
        Form known = records.get(type);
        if (known == null) {
            known = ofRecord(type, Map.of(), around);
            records.put(type, known);
        }
        return known;
    }

    // the class is an enum, which the compiler cannot know
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Form ofEnum(Class<?> type) {
        return TextForm.ofEnum((Class) type);
    }

    private Form ofRecord(Class<?> type, Map<TypeVariable<?>, Form> bound, List<Class<?>> around) {
        if (around.contains(type)) {
            throw new IllegalArgumentException("Cannot carry " + type.getName() + " in a call: it holds itself");
        }
        List<Class<?>> inner = new ArrayList<>(around);
        inner.add(type);
        List<RecordForm.Part> parts = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Form form = of(component.getGenericType(), bound, inner);
            parts.add(new RecordForm.Part(component.getName(), component.getAccessor(), form));
        }
        return new RecordForm(type, constructor(type), parts);
    }

    private static Constructor<?> constructor(Class<?> type) {
        List<Class<?>> types = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            types.add(component.getType());
        }
        try {
            return type.getConstructor(types.toArray(new Class<?>[0]));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("Cannot carry " + type.getName() + " in a call: it is not public", e);
        }
    }

    /** Whether a class is of the API itself, and not one of that name in another bundle. */
    static boolean isApi(Class<?> type) {
        return type.getName().startsWith(API) && type.getClassLoader() == Calls.class.getClassLoader();
    }

    private static IllegalArgumentException unknown(Type type) {
        return new IllegalArgumentException("Cannot carry " + type.getTypeName()
                + " in a call: it is neither of tacit.api nor a number, text, time, enum, list, set, map or optional");
    }
}
