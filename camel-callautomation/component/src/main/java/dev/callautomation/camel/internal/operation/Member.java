package dev.callautomation.camel.internal.operation;

import java.util.List;

/** A member of a request that an input sets. */
final class Member {

    private static final String SEVERAL = "[]";

    private final Input input;
    private final String path;
    private final List<String> objects;
    private final String name;
    private final boolean array;

    /**
     * @param path the names of the member and of the objects around it, separated by dots; ends with [] if the member is an
     *             array, which text sets with values separated by commas
     */
    Member(Input input, String path) {
        this.input = input;
        this.array = path.endsWith(SEVERAL);
        this.path = array ? path.substring(0, path.length() - SEVERAL.length()) : path;
        List<String> names = List.of(this.path.split("\\."));
        this.objects = names.subList(0, names.size() - 1);
        this.name = names.get(names.size() - 1);
    }

    Input input() {
        return input;
    }

    /** The names of the member and of the objects around it, separated by dots. */
    String path() {
        return path;
    }

    /** The names of the objects around the member, from the outermost. */
    List<String> objects() {
        return objects;
    }

    String name() {
        return name;
    }

    boolean isArray() {
        return array;
    }
}
