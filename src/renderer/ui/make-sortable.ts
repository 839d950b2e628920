import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'

/** What an item of a list that wraps, or of a column, does while it is dragged or others are dragged over it. */
export interface SortableItem {
  readonly element: HTMLElement
  readonly key: string
  /** Where the list runs: side by side unless it says "down". */
  readonly runs?: 'across' | 'down'
  /** Side of this item where a dragged one would go; null while none is over it. */
  readonly onHover: (side: 'before' | 'after' | null) => void
  readonly onDragging: (dragging: boolean) => void
  readonly onDrop: (key: string, side: 'before' | 'after') => void
}

/** Lets an item be dragged among its like; returns what takes that back. */
export function makeSortable({ element, key, runs = 'across', onHover, onDragging, onDrop }: SortableItem): () => void {
  const sideOf = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }) => {
    const { left, width, top, height } = element.getBoundingClientRect()
    const share = runs === 'across' ? (clientX - left) / width : (clientY - top) / height
    return share < 0.5 ? 'before' : 'after'
  }
  const keyOf = (data: Record<string | symbol, unknown>) => (typeof data['key'] === 'string' ? data['key'] : null)
  return combine(
    draggable({
      element,
      getInitialData: () => ({ key }),
      onDragStart: () => onDragging(true),
      onDrop: () => onDragging(false),
    }),
    dropTargetForElements({
      element,
      canDrop: ({ source }) => keyOf(source.data) !== key,
      onDrag: ({ location }) => onHover(sideOf(location.current.input)),
      onDragLeave: () => onHover(null),
      onDrop: ({ source, location }) => {
        onHover(null)
        const dragged = keyOf(source.data)
        if (dragged !== null) onDrop(dragged, sideOf(location.current.input))
      },
    }),
  )
}
