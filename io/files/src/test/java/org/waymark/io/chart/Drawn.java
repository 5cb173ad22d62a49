package org.waymark.io.chart;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A picture read back. */
record Drawn(Document document) {
    static Drawn of(String svg) {
        try {
            return new Drawn(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))));
        } catch (SAXException | IOException | ParserConfigurationException notWellFormed) {
            throw new AssertionError(notWellFormed.getMessage() + "\n" + svg, notWellFormed);
        }
    }

    String one(String element) {
        return document.getElementsByTagName(element).item(0).getTextContent();
    }

    List<String> lines() {
        NodeList texts = document.getElementsByTagName("text");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < texts.getLength(); i++) {
            lines.add(texts.item(i).getTextContent());
        }
        return lines;
    }

    String texts() {
        return String.join(" ", lines());
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    /** Every word lies on the sheet, from its first letter to its last. */
    void assertInside(String name) {
        String[] box = document.getDocumentElement().getAttribute("viewBox").split(" ", -1);
        double width = Double.parseDouble(box[2]);
        double height = Double.parseDouble(box[3]);
        NodeList texts = document.getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            Face face = face(text.getAttribute("class"));
            double wide = TextWidth.of(text.getTextContent(), face);
            String anchor = text.getAttribute("text-anchor");
            double x = number(text, "x") - (anchor.equals("middle") ? wide / 2 : anchor.equals("end") ? wide : 0);
            String where = name + " at " + width + ": " + text.getTextContent() + " from " + x + ", " + wide + " wide";
            assertTrue(x >= 0 && x + wide <= width, where);
            assertTrue(number(text, "y") - face.size() >= 0 && number(text, "y") + 3 <= height, where);
        }
        for (String shape : new String[] {"rect", "line"}) {
            NodeList shapes = document.getElementsByTagName(shape);
            for (int i = 0; i < shapes.getLength(); i++) {
                Element element = (Element) shapes.item(i);
                for (String attribute : new String[] {"x", "y", "x1", "x2", "y1", "y2"}) {
                    if (element.hasAttribute(attribute)) {
                        double most = attribute.startsWith("x") ? width : height;
                        double at = number(element, attribute);
                        assertTrue(
                                at >= 0 && at <= most,
                                name + " at " + width + ": " + shape + " " + attribute + " " + at);
                    }
                }
            }
        }
    }

    private static Face face(String css) {
        for (Face face : Face.values()) {
            if (css.startsWith(face.css())) {
                return face;
            }
        }
        throw new AssertionError("no face: " + css);
    }
}
