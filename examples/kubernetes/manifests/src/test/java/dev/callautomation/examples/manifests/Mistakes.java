package dev.callautomation.examples.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Every mistake of a kind in manifests, each a copy of them with one change. */
public final class Mistakes {

    /** Names that are free: of annotations, of the labels of what no selector names, and of mounted files. */
    private static final Pattern FREE_NAMES =
            Pattern.compile(".*/annotations/[^/]+|/metadata/labels/(?!camel)[^/]+|/(data|stringData)/[^/]+");

    private final List<Manifest> manifests;
    private final ManifestCheck check = new ManifestCheck();

    public Mistakes(List<Manifest> manifests) {
        this.manifests = manifests;
    }

    /** Members whose name can be misspelt without any advice. */
    public List<String> misspeltMembersThatPass() {
        return passing((parent, name) -> {
            JsonNode value = parent.remove(name);
            parent.set(misspelt(name), value);
        });
    }

    /** Numbers and truth values in whose place a text passes. */
    public List<String> textsInPlaceOfOthersThatPass() {
        return passing((parent, name) -> {
            if (parent.path(name).isNumber() || parent.path(name).isBoolean()) {
                parent.put(name, "text");
            }
        });
    }

    /** Members in whose place an empty list passes. */
    public List<String> listsInPlaceOfOthersThatPass() {
        return passing((parent, name) -> {
            if (!parent.path(name).isArray()) {
                parent.putArray(name);
            }
        });
    }

    private List<String> passing(BiConsumer<ObjectNode, String> change) {
        List<String> passing = new ArrayList<>();
        for (int i = 0; i < manifests.size(); i++) {
            Manifest original = manifests.get(i);
            for (String pointer : pointers(original.content(), "").toList()) {
                JsonNode copy = original.content().deepCopy();
                int end = pointer.lastIndexOf('/');
                change.accept((ObjectNode) copy.at(pointer.substring(0, end)), unescape(pointer.substring(end + 1)));
                if (!copy.equals(original.content()) && !isRefused(i, new Manifest(original.file(), copy))) {
                    passing.add(original.file() + ": " + pointer);
                }
            }
        }
        return passing;
    }

    private boolean isRefused(int index, Manifest changed) {
        if (!check.members(changed).isEmpty()) {
            return true;
        }
        List<Manifest> others = new ArrayList<>(manifests);
        others.set(index, changed);
        return !check.references(others).isEmpty();
    }

    private static Stream<String> pointers(JsonNode node, String pointer) {
        Stream.Builder<Stream<String>> found = Stream.builder();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String at = pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1");
            if (!FREE_NAMES.matcher(at).matches()) {
                found.add(Stream.of(at));
            }
            found.add(pointers(member.getValue(), at));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            found.add(pointers(node.path(i), pointer + "/" + i));
        }
        return found.build().flatMap(stream -> stream);
    }

    private static String misspelt(String name) {
        int middle = name.length() / 2;
        return name.length() < 3 ? name + "s" : name.substring(0, middle) + name.substring(middle + 1);
    }

    private static String unescape(String token) {
        return token.replace("~1", "/").replace("~0", "~");
    }
}
