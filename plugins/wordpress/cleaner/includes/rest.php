<?php
/**
 * Routes for the side bar: look, clean, put back. WordPress checks the nonce of a logged-in browser
 * (X-WP-Nonce) before these run; each asks for the right to edit this very post.
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

namespace Cleaner;

defined( 'ABSPATH' ) || exit;

add_action(
	'rest_api_init',
	static function (): void {
		$ids     = array( 'type' => 'array', 'required' => true, 'minItems' => 1, 'items' => array( 'type' => 'integer', 'minimum' => 0 ) );
		$content = array( 'type' => 'string', 'required' => true, 'minLength' => 1 );
		$url     = array( 'type' => 'string', 'default' => '' );
		route( '', 'GET', 'rest_view', array() );
		route( '/clean', 'POST', 'rest_clean', array( 'content' => $content, 'url' => $url ) );
		route( '/restore', 'POST', 'rest_restore', array( 'id' => array( 'type' => 'integer' ), 'ids' => $ids ) );
	}
);

function route( string $path, string $method, string $callback, array $args ): void {
	register_rest_route(
		'cleaner/v1',
		'/posts/(?P<post>\d+)' . $path,
		array(
			'methods'             => $method,
			'callback'            => __NAMESPACE__ . '\\' . $callback,
			'permission_callback' => __NAMESPACE__ . '\may_edit',
			'args'                => $args,
		)
	);
}

function may_edit( \WP_REST_Request $request ): bool {
	return current_user_can( 'edit_post', (int) $request['post'] );
}

function rest_view( \WP_REST_Request $request ): array {
	return view( load_result( (int) $request['post'] ) );
}

/** @return array|\WP_Error The fragment, fields and cuts. The post itself is changed by its editor, who may undo it. */
function rest_clean( \WP_REST_Request $request ) {
	$cleaned = clean_page( (string) $request['content'], (string) $request['url'] );
	if ( is_wp_error( $cleaned ) ) {
		return $cleaned;
	}
	save_result( (int) $request['post'], $cleaned['result'] );
	return array( 'html' => wp_kses_post( $cleaned['html'] ) ) + view( $cleaned['result'] );
}

/** @return array|\WP_Error For the last of the ids: its block, its place, and the words of all blocks, to find the place by. */
function rest_restore( \WP_REST_Request $request ) {
	$result = load_result( (int) $request['post'] );
	if ( ! $result ) {
		return new \WP_Error( 'cleaner_unknown', __( 'This post was not cleaned.', 'cleaner' ), array( 'status' => 404 ) );
	}
	$ids    = array_map( 'intval', $request['ids'] );
	$answer = restore_blocks( $result, $ids );
	if ( is_wp_error( $answer ) ) {
		return $answer;
	}
	$id    = end( $ids );
	$entry = current( array_filter( $result->ledger, static fn( $entry ) => $entry->id === $id ) );
	$at    = place_of( $entry, $answer );
	return array(
		'html'  => wp_kses_post( block_html( $answer->article->body[ $at ] ) ),
		'at'    => $at,
		'texts' => array_column( $answer->article->body, 'text' ),
	);
}

function block_html( \stdClass $block ): string {
	$frames         = array(
		'heading'      => array( '<h2>', '</h2>' ),
		'list_item'    => array( '<ul><li>', '</li></ul>' ),
		'quote'        => array( '<blockquote><p>', '</p></blockquote>' ),
		'preformatted' => array( '<pre>', '</pre>' ),
	);
	[ $open, $end ] = $frames[ $block->type ] ?? array( '<p>', '</p>' );
	return $open . $block->html . $end;
}
