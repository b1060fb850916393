<?php
/**
 * The side bar of the block editor: its script and its words.
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

namespace Cleaner;

defined( 'ABSPATH' ) || exit;

add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\enqueue' );

function enqueue(): void {
	$needs = array( 'wp-api-fetch', 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-data', 'wp-edit-post', 'wp-editor', 'wp-element', 'wp-plugins' );
	wp_enqueue_script( 'cleaner', plugins_url( 'assets/editor.js', FILE ), $needs, VERSION, true );
	// One .mo file serves PHP and the script; JSON_HEX_* keep a word from ending the script element.
	$words = wp_json_encode( words(), JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_UNICODE );
	wp_add_inline_script( 'cleaner', "window.cleanerWords = $words;", 'before' );
}

function words(): array {
	return array(
		'title'     => __( 'Cleaner', 'cleaner' ),
		'clean'     => __( 'Clean this post', 'cleaner' ),
		'nothing'   => __( 'Put a page into the post first.', 'cleaner' ),
		/* translators: %d: number of blocks. */
		'cleaned'   => __( 'Cleaned: %d blocks left out.', 'cleaner' ),
		'kept'      => __( 'The post was left as it was.', 'cleaner' ),
		'cuts'      => __( 'Left out', 'cleaner' ),
		'back'      => __( 'Put back', 'cleaner' ),
		'again'     => __( 'Cut again', 'cleaner' ),
		/* translators: %d: confidence in percent. */
		'sure'      => __( '%d %% sure', 'cleaner' ),
		'authors'   => __( 'Authors', 'cleaner' ),
		'published' => __( 'Published', 'cleaner' ),
		'images'    => __( 'Pictures', 'cleaner' ),
		'isBack'    => __( 'It stands in the post again.', 'cleaner' ),
		'isCut'     => __( 'It is out of the post again.', 'cleaner' ),
		'failed'    => __( 'Something went wrong.', 'cleaner' ),
	);
}
