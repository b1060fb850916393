<?php
/**
 * The service's fragment as blocks of the block editor.
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

namespace Cleaner;

defined( 'ABSPATH' ) || exit;

/** The fragment without its headline, which is the post's title. */
function without_title( string $html ): string {
	return trim( preg_replace( '~^\s*<h1>.*?</h1>~su', '', $html, 1 ) ?? $html );
}

/** HTML in the block editor's own notation; filtered as WordPress filters a post, whatever the service sent. */
function to_blocks( string $html ): string {
	$document = new \DOMDocument();
	$before   = libxml_use_internal_errors( true );
	$document->loadHTML( '<?xml encoding="utf-8"?><div>' . wp_kses_post( $html ) . '</div>', LIBXML_NONET );
	libxml_clear_errors();
	libxml_use_internal_errors( $before );
	$blocks = array();
	foreach ( $document->getElementsByTagName( 'div' )->item( 0 )->childNodes as $node ) {
		if ( $node instanceof \DOMElement ) {
			$blocks[] = block( $node );
		}
	}
	return implode( "\n\n", $blocks );
}

function block( \DOMElement $node ): string {
	$inner = inner_html( $node );
	switch ( $node->nodeName ) {
		case 'p':
			return paragraph( $inner, $node->getAttribute( 'class' ) );
		case 'h2':
			return comment( 'heading', "<h2>$inner</h2>" );
		case 'h3':
			return comment( 'heading', "<h3>$inner</h3>", array( 'level' => 3 ) );
		case 'ul':
			return comment( 'list', "<ul>$inner</ul>" );
		case 'ol':
			return comment( 'list', "<ol>$inner</ol>", array( 'ordered' => true ) );
		case 'blockquote':
			return comment( 'quote', "<blockquote class=\"wp-block-quote\">$inner</blockquote>" );
		case 'figure':
			return image( $node );
		default:
			return comment( 'html', $node->ownerDocument->saveHTML( $node ) );
	}
}

function paragraph( string $inner, string $css_class ): string {
	if ( '' === $css_class ) {
		return comment( 'paragraph', "<p>$inner</p>" );
	}
	$class = sanitize_html_class( $css_class );
	return comment( 'paragraph', "<p class=\"$class\">$inner</p>", array( 'className' => $class ) );
}

function image( \DOMElement $figure ): string {
	$picture = $figure->getElementsByTagName( 'img' )->item( 0 );
	$words   = $figure->getElementsByTagName( 'figcaption' )->item( 0 );
	if ( ! $picture ) {
		return $words ? paragraph( inner_html( $words ), 'caption' ) : '';
	}
	$tag     = sprintf( '<img src="%s" alt="%s"/>', esc_url( $picture->getAttribute( 'src' ) ), esc_attr( $picture->getAttribute( 'alt' ) ) );
	$caption = $words ? '<figcaption class="wp-element-caption">' . inner_html( $words ) . '</figcaption>' : '';
	return comment( 'image', "<figure class=\"wp-block-image\">$tag$caption</figure>" );
}

function inner_html( \DOMElement $node ): string {
	$parts = array();
	foreach ( $node->childNodes as $child ) {
		$parts[] = $node->ownerDocument->saveHTML( $child );
	}
	return trim( implode( '', $parts ) );
}

function comment( string $name, string $html, array $attributes = array() ): string {
	$json = $attributes ? ' ' . wp_json_encode( $attributes ) : '';
	return "<!-- wp:$name$json -->\n$html\n<!-- /wp:$name -->";
}
